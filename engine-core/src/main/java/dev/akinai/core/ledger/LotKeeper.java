package dev.akinai.core.ledger;

import dev.akinai.core.base.Door;
import dev.akinai.ledger.Account;
import dev.akinai.ledger.AccountId;
import dev.akinai.ledger.Lot;
import dev.akinai.ledger.Part;
import dev.akinai.ledger.Posting;
import dev.akinai.spi.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Moves units of accounts that keep lots (STOCK section 13): one lock per operation, overdue lots are booked out first, lots are spent
 * first expiry first, and nothing is ever clamped at zero without a debt.
 *
 * <p>For one account and thread at a time, since the account is locked in the unit. Stateless.
 */
public final class LotKeeper {

  private final Door door;
  private final String unitName;

  /** Keeps the lots of one unit, such as {@code points}. */
  public LotKeeper(Door door, String unitName) {
    this.door = door;
    this.unitName = unitName;
  }

  /** What shall be earned: available at once, or pending until it is granted. */
  public record Earning(
      String key, long amount, boolean pending, Optional<Instant> expiresAt, String ref) {}

  /** What became of a spending: how many units were there. */
  public record Spent(boolean done, long available) {}

  /** Adds a lot; what is owed is repaid from it first. An amount of zero does nothing. */
  public void earn(UnitOfWork unit, AccountId id, Earning earning) {
    if (earning.amount() == 0) {
      return;
    }
    Account account = open(unit, id);
    Instant now = door.now();
    var draft = new PostingDraft(unitName, earning.key(), earning.ref(), now);
    Optional<Instant> available = earning.pending() ? Optional.empty() : Optional.of(now);
    draft.newLot(id, earning.key(), earning.amount(), available, earning.expiresAt());
    draft.move(
        "EARN",
        issuance(),
        Part.AVAILABLE,
        id,
        earning.pending() ? Part.PENDING : Part.AVAILABLE,
        earning.amount());
    draft.touch(id, earning.key(), earning.amount());
    if (!earning.pending()) {
      repay(draft, account, earning.key(), earning.amount());
    }
    post(unit, draft);
  }

  /** Makes a pending lot spendable from now on; a lot that is not pending, or is empty, stays. */
  public void grant(
      UnitOfWork unit, AccountId id, String lotId, Optional<Instant> expiresAt, String ref) {
    Account account = open(unit, id);
    Optional<Lot> pending =
        find(unit, id, lotId).filter(lot -> lot.availableAt().isEmpty());
    if (pending.isEmpty()) {
      return;
    }
    long amount = pending.get().remaining();
    var draft = new PostingDraft(unitName, "grant:" + lotId, ref, door.now());
    draft.move("GRANT", id, Part.PENDING, id, Part.AVAILABLE, amount);
    draft.mature(id, lotId, expiresAt);
    repay(draft, account, lotId, amount);
    post(unit, draft);
  }

  /** Takes units, first expiry first, or nothing if there are too few. */
  public Spent spend(UnitOfWork unit, AccountId id, String key, long amount, String ref) {
    Account account = open(unit, id);
    if (account.available() < amount) {
      return new Spent(false, account.available());
    }
    var draft = new PostingDraft(unitName, key, ref, door.now());
    draft.move(
        "SPEND",
        id,
        Part.AVAILABLE,
        AccountId.system("redemption", unitName),
        Part.AVAILABLE,
        amount);
    drain(draft, spendable(unit, id), amount);
    post(unit, draft);
    return new Spent(true, account.available() - amount);
  }

  /** Takes earned units back: from their own lot first, then from others, first expiry first; what is missing becomes a debt. */
  public void clawBack(
      UnitOfWork unit, AccountId id, String key, String lotId, long amount, String ref) {
    if (amount == 0) {
      return;
    }
    open(unit, id);
    Optional<Lot> own = find(unit, id, lotId);
    var draft = new PostingDraft(unitName, key, ref, door.now());
    if (own.isPresent() && own.get().availableAt().isEmpty()) {
      draft.move("CLAW_BACK", id, Part.PENDING, issuance(), Part.AVAILABLE, amount);
      draft.touch(id, lotId, -amount);
    } else {
      clawBackGranted(unit, id, draft, lotId, amount);
    }
    post(unit, draft);
  }

  /** Books out what is overdue in an account; true if there was anything. */
  public boolean tidy(UnitOfWork unit, AccountId id) {
    Account before = unit.ledger().lock(id, unitName);
    return !expireOverdue(unit, id, before).isEmpty();
  }

  private void clawBackGranted(
      UnitOfWork unit, AccountId id, PostingDraft draft, String lotId, long amount) {
    List<Lot> lots = new java.util.ArrayList<>(spendable(unit, id));
    lots.sort(java.util.Comparator.comparing((Lot lot) -> !lot.id().equals(lotId))
        .thenComparing(Lot.FIRST_EXPIRY_FIRST));
    long there = Math.min(amount, lots.stream().mapToLong(Lot::remaining).sum());
    if (there > 0) {
      draft.move("CLAW_BACK", id, Part.AVAILABLE, issuance(), Part.AVAILABLE, there);
      drain(draft, lots, there);
    }
    if (amount > there) {
      draft.move("DEBT", id, Part.DEBT, issuance(), Part.AVAILABLE, amount - there);
    }
  }

  private static void repay(PostingDraft draft, Account account, String lotId, long earned) {
    long repaid = Math.min(account.debt(), earned);
    if (repaid > 0) {
      draft.move("REPAY", account.id(), Part.AVAILABLE, account.id(), Part.DEBT, repaid);
      draft.touch(account.id(), lotId, -repaid);
    }
  }

  private static void drain(PostingDraft draft, List<Lot> lots, long amount) {
    long left = amount;
    for (Lot lot : lots) {
      long taken = Math.min(left, lot.remaining());
      if (taken > 0) {
        draft.touch(lot.account(), lot.id(), -taken);
        left -= taken;
      }
    }
  }

  private Account open(UnitOfWork unit, AccountId id) {
    Account account = unit.ledger().lock(id, unitName);
    return expireOverdue(unit, id, account).isEmpty() ? account : unit.ledger().lock(id, unitName);
  }

  private List<Lot> expireOverdue(UnitOfWork unit, AccountId id, Account account) {
    Instant now = door.now();
    List<Lot> overdue = unit.ledger().lots(id).stream()
        .filter(lot ->
            lot.isExpiredAt(now) && lot.remaining() > 0 && lot.availableAt().isPresent())
        .toList();
    for (Lot lot : overdue) {
      var draft = new PostingDraft(
          unitName,
          "expire:" + account.version() + ":" + lot.id(),
          lot.source(),
          lot.expiresAt().orElse(now));
      draft.move(
          "EXPIRE",
          id,
          Part.AVAILABLE,
          AccountId.system("breakage", unitName),
          Part.AVAILABLE,
          lot.remaining());
      draft.touch(id, lot.id(), -lot.remaining());
      post(unit, draft);
    }
    return overdue;
  }

  private List<Lot> spendable(UnitOfWork unit, AccountId id) {
    Instant now = door.now();
    return unit.ledger().lots(id).stream().filter(lot -> lot.isSpendableAt(now)).toList();
  }

  private static Optional<Lot> find(UnitOfWork unit, AccountId id, String lotId) {
    return unit.ledger().lots(id).stream().filter(lot -> lot.id().equals(lotId)).findFirst();
  }

  private AccountId issuance() {
    return AccountId.system("issuance", unitName);
  }

  private void post(UnitOfWork unit, PostingDraft draft) {
    Posting posting = draft.build();
    List<String> ids = posting.entries().stream().map(entry -> door.newId()).toList();
    Posting.Result result = unit.ledger().post(posting, ids, door.now());
    if (result != Posting.Result.POSTED && result != Posting.Result.REPEATED) {
      throw new IllegalStateException(
          "The posting (%s) must fit its locked account, but was %s. Maybe its business key was used by hand."
              .formatted(posting.key(), result));
    }
  }
}
