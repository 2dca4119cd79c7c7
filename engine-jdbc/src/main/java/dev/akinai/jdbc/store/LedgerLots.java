package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_LEDGER_LOT;

import dev.akinai.jdbc.generated.tables.records.AkLedgerLotRecord;
import dev.akinai.jdbc.store.LedgerChange.LotKey;
import dev.akinai.ledger.AccountId;
import dev.akinai.ledger.Lot;
import dev.akinai.ledger.LotChange;
import dev.akinai.ledger.Posting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of lots, guarded by the lock on their account. For one thread. */
final class LedgerLots {

  private final StoreScope scope;

  LedgerLots(StoreScope scope) {
    this.scope = scope;
  }

  /** Lots with units left or held, first expiry first. */
  List<Lot> open(AccountId id, boolean locking) {
    var select = scope
        .dsl()
        .selectFrom(AK_LEDGER_LOT)
        .where(AK_LEDGER_LOT.SHOP.eq(scope.shop()))
        .and(AK_LEDGER_LOT.ACCOUNT.eq(id.value()))
        .and(AK_LEDGER_LOT.REMAINING.gt(0L).or(AK_LEDGER_LOT.HELD.gt(0L)));
    List<AkLedgerLotRecord> rows = locking ? select.forUpdate().fetch() : select.fetch();
    return rows.stream().map(LedgerLots::lot).sorted(Lot.FIRST_EXPIRY_FIRST).toList();
  }

  /** The stored lots that a posting touches, locked and in their newest form. */
  Map<LotKey, Lot> locked(Posting posting) {
    var byAccount = posting.lotChanges().stream()
        .collect(Collectors.groupingBy(
            LotChange::account,
            Collectors.mapping(LotChange::lot, Collectors.toCollection(TreeSet::new))));
    var lots = new HashMap<LotKey, Lot>();
    byAccount.forEach((account, ids) -> {
      for (List<String> chunk : StoreScope.chunks(ids)) {
        lock(account, chunk).forEach(lot -> lots.put(new LotKey(account, lot.id()), lot));
      }
    });
    return lots;
  }

  private List<Lot> lock(AccountId account, List<String> ids) {
    return scope
        .dsl()
        .selectFrom(AK_LEDGER_LOT)
        .where(AK_LEDGER_LOT.SHOP.eq(scope.shop()))
        .and(AK_LEDGER_LOT.ACCOUNT.eq(account.value()))
        .and(AK_LEDGER_LOT.LOT_ID.in(ids))
        .forUpdate()
        .fetch(LedgerLots::lot);
  }

  /** Writes lots as they shall be: the posting's new ones are added, the others changed. */
  void write(Posting posting, Map<LotKey, Lot> lots) {
    var made = posting.newLots().stream()
        .map(lot -> new LotKey(lot.account(), lot.id()))
        .collect(Collectors.toSet());
    var added = new ArrayList<AkLedgerLotRecord>();
    var changed = new ArrayList<Object[]>();
    lots.forEach((key, lot) -> {
      if (made.contains(key)) {
        added.add(row(lot));
      } else {
        changed.add(values(lot));
      }
    });
    scope.insertAll(AK_LEDGER_LOT, added);
    update(changed);
  }

  private void update(List<Object[]> changed) {
    var update = scope
        .dsl()
        .update(AK_LEDGER_LOT)
        .set(AK_LEDGER_LOT.REMAINING, 0L)
        .set(AK_LEDGER_LOT.HELD, 0L)
        .set(AK_LEDGER_LOT.AVAILABLE_AT, Instant.EPOCH)
        .set(AK_LEDGER_LOT.EXPIRES_AT, Instant.EPOCH)
        .set(AK_LEDGER_LOT.TODO_AT, Instant.EPOCH)
        .where(AK_LEDGER_LOT.SHOP.eq(""))
        .and(AK_LEDGER_LOT.ACCOUNT.eq(""))
        .and(AK_LEDGER_LOT.LOT_ID.eq(""));
    scope.batch(update, changed);
  }

  private @Nullable Object[] values(Lot lot) {
    return new @Nullable Object[] {
      lot.remaining(),
      lot.held(),
      lot.availableAt().orElse(null),
      lot.expiresAt().orElse(null),
      todo(lot),
      scope.shop(),
      lot.account().value(),
      lot.id()
    };
  }

  private AkLedgerLotRecord row(Lot lot) {
    return new AkLedgerLotRecord(
        scope.shop(),
        lot.account().value(),
        lot.id(),
        lot.granted(),
        lot.remaining(),
        lot.held(),
        lot.availableAt().orElse(null),
        lot.expiresAt().orElse(null),
        lot.source(),
        todo(lot));
  }

  private static @Nullable Instant todo(Lot lot) {
    return lot.remaining() > 0 ? lot.expiresAt().orElse(null) : null;
  }

  private static Lot lot(AkLedgerLotRecord row) {
    return new Lot(
        new AccountId(row.getAccount()),
        row.getLotId(),
        row.getGranted(),
        row.getRemaining(),
        row.getHeld(),
        Optional.ofNullable(row.getAvailableAt()),
        Optional.ofNullable(row.getExpiresAt()),
        row.getSource());
  }
}
