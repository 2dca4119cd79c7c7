package dev.akinai.testkit.spi;

import dev.akinai.ledger.Account;
import dev.akinai.ledger.AccountId;
import dev.akinai.ledger.LedgerEntry;
import dev.akinai.ledger.Lot;
import dev.akinai.ledger.LotChange;
import dev.akinai.ledger.Part;
import dev.akinai.ledger.Posting;
import dev.akinai.spi.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Points as the engine posts them: earn, mature, spend, hold, release, expire, claw back. Stateless. */
final class LedgerSteps {

  static final String POINTS = "points";
  static final AccountId ANN = new AccountId("member:ann");
  static final AccountId ISSUANCE = AccountId.system("issuance", POINTS);
  static final AccountId REDEMPTION = AccountId.system("redemption", POINTS);
  static final Instant NOON = Samples.NOON;
  static final Optional<Instant> NEVER = Optional.empty();
  static final Optional<Instant> NEXT_YEAR = Optional.of(NOON.plus(Duration.ofDays(365)));

  private LedgerSteps() {}

  static LedgerEntry entry(
      int number,
      String kind,
      AccountId from,
      Part fromPart,
      AccountId to,
      Part toPart,
      long units) {
    return new LedgerEntry(number, kind, from, fromPart, to, toPart, units, NOON, "order:1");
  }

  /** New units, in a lot of their own; pending unless {@code availableAt} is there. */
  static Posting earn(
      String key,
      String lot,
      long units,
      Optional<Instant> availableAt,
      Optional<Instant> expiresAt) {
    Part part = availableAt.isPresent() ? Part.AVAILABLE : Part.PENDING;
    var made = new Lot(ANN, lot, units, 0, 0, availableAt, expiresAt, "order:1");
    return new Posting(
        POINTS,
        key,
        List.of(entry(1, "EARN", ISSUANCE, Part.AVAILABLE, ANN, part, units)),
        List.of(made),
        List.of(new LotChange(1, ANN, lot, units, 0, Optional.empty())));
  }

  static Posting earn(String lot, long units, Optional<Instant> expiresAt) {
    return earn("earn:" + lot, lot, units, Optional.of(NOON), expiresAt);
  }

  /** One entry that moves units between two parts and touches lots. */
  static Posting move(String key, LedgerEntry entry, LotChange... lots) {
    return new Posting(POINTS, key, List.of(entry), List.of(), List.of(lots));
  }

  static LotChange lot(String lot, long remaining, long held) {
    return new LotChange(1, ANN, lot, remaining, held, Optional.empty());
  }

  static Posting spend(String key, String lot, long units) {
    return move(
        key,
        entry(1, "SPEND", ANN, Part.AVAILABLE, REDEMPTION, Part.AVAILABLE, units),
        lot(lot, -units, 0));
  }

  static Posting hold(String key, String lot, long units) {
    return move(
        key, entry(1, "HOLD", ANN, Part.AVAILABLE, ANN, Part.HELD, units), lot(lot, -units, units));
  }

  static Posting release(String key, String lot, long units) {
    return move(
        key,
        entry(1, "RELEASE", ANN, Part.HELD, ANN, Part.AVAILABLE, units),
        lot(lot, units, -units));
  }

  static Posting capture(String key, String lot, long units) {
    return move(
        key,
        entry(1, "CAPTURE", ANN, Part.HELD, REDEMPTION, Part.AVAILABLE, units),
        lot(lot, 0, -units));
  }

  static Posting mature(String lot, long units, Instant at) {
    return move(
        "mature:" + lot,
        entry(1, "MATURE", ANN, Part.PENDING, ANN, Part.AVAILABLE, units),
        new LotChange(1, ANN, lot, 0, 0, Optional.of(at)));
  }

  static Posting expire(String lot, long units) {
    return move(
        "expire:" + lot,
        entry(
            1,
            "EXPIRE",
            ANN,
            Part.AVAILABLE,
            AccountId.system("breakage", POINTS),
            Part.AVAILABLE,
            units),
        lot(lot, -units, 0));
  }

  /** What cannot be taken back from lots is owed. */
  static Posting owe(String key, long units) {
    return move(key, entry(1, "CLAW", ANN, Part.DEBT, ISSUANCE, Part.AVAILABLE, units));
  }

  /** Locks the account and writes one operation. */
  static Posting.Result post(UnitOfWork unit, Posting posting, String idPrefix) {
    unit.ledger().lock(ANN, POINTS);
    var ids = new ArrayList<String>();
    for (LedgerEntry each : posting.entries()) {
      ids.add(idPrefix + "." + each.no());
    }
    return unit.ledger().post(posting, ids, NOON);
  }

  /** Writes one operation in a unit of its own. */
  static Posting.Result post(Bench bench, Posting posting) {
    String prefix = bench.next("entry");
    return bench.retrying(unit -> post(unit, posting, prefix));
  }

  static Account account(Bench bench) {
    return bench.retrying(unit -> unit.ledger().find(ANN).orElse(Account.empty(ANN, POINTS)));
  }

  static List<Lot> lots(Bench bench) {
    return bench.retrying(unit -> unit.ledger().lots(ANN));
  }
}
