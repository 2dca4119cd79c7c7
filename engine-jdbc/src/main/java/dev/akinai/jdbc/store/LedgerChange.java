package dev.akinai.jdbc.store;

import dev.akinai.base.InvalidInputException;
import dev.akinai.ledger.Account;
import dev.akinai.ledger.AccountId;
import dev.akinai.ledger.Lot;
import dev.akinai.ledger.LotChange;
import dev.akinai.ledger.Part;
import dev.akinai.ledger.Posting;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a posting makes of locked accounts and lots; writes nothing itself. For one thread. */
final class LedgerChange {

  /** Names a lot. */
  record LotKey(AccountId account, String lot) {}

  private final Posting posting;
  private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
  private final Map<LotKey, Lot> lots = new LinkedHashMap<>();

  LedgerChange(Posting posting) {
    this.posting = posting;
  }

  /** True if no part of an account and no lot falls below zero. */
  boolean decide(Map<AccountId, Account> storedAccounts, Map<LotKey, Lot> storedLots) {
    posting.balanceChanges().forEach((id, parts) -> {
      Account before = storedAccounts.getOrDefault(id, Account.empty(id, posting.unit()));
      accounts.put(id, after(before, parts));
    });
    posting.newLots().forEach(lot -> lots.put(new LotKey(lot.account(), lot.id()), lot));
    posting.lotChanges().forEach(change -> apply(change, storedLots));
    return accounts.values().stream().noneMatch(LedgerChange::isBelowZero)
        && lots.values().stream().noneMatch(lot -> lot.remaining() < 0 || lot.held() < 0);
  }

  /** Accounts as they shall be, in lock order. */
  Map<AccountId, Account> accounts() {
    return accounts;
  }

  /** Lots as they shall be, new ones among them. */
  Map<LotKey, Lot> lots() {
    return lots;
  }

  private static Account after(Account before, Map<Part, Long> parts) {
    return new Account(
        before.id(),
        before.unit(),
        sum(before, parts, Part.AVAILABLE),
        sum(before, parts, Part.PENDING),
        sum(before, parts, Part.HELD),
        sum(before, parts, Part.DEBT),
        before.version() + 1);
  }

  private static long sum(Account before, Map<Part, Long> parts, Part part) {
    return Math.addExact(before.of(part), parts.getOrDefault(part, 0L));
  }

  private static boolean isBelowZero(Account account) {
    return account.available() < 0
        || account.pending() < 0
        || account.held() < 0
        || account.debt() < 0;
  }

  private void apply(LotChange change, Map<LotKey, Lot> stored) {
    var key = new LotKey(change.account(), change.lot());
    @Nullable Lot before = lots.getOrDefault(key, stored.get(key));
    if (before == null) {
      throw new InvalidInputException(
          "A lot change of entry %d must name a lot that exists or is new. Maybe read the account's lots first."
              .formatted(change.entryNo()));
    }
    lots.put(key, after(before, change));
  }

  private static Lot after(Lot before, LotChange change) {
    return new Lot(
        before.account(),
        before.id(),
        before.granted(),
        Math.addExact(before.remaining(), change.remaining()),
        Math.addExact(before.held(), change.held()),
        change.maturedAt().isPresent() ? change.maturedAt() : before.availableAt(),
        change.expiresAt().isPresent() ? change.expiresAt() : before.expiresAt(),
        before.source());
  }
}
