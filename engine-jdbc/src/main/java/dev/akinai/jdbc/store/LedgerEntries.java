package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_LEDGER_ALLOC;
import static dev.akinai.jdbc.generated.Tables.AK_LEDGER_ENTRY;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Page;
import dev.akinai.jdbc.generated.tables.records.AkLedgerAllocRecord;
import dev.akinai.jdbc.generated.tables.records.AkLedgerEntryRecord;
import dev.akinai.ledger.Account;
import dev.akinai.ledger.AccountId;
import dev.akinai.ledger.LedgerEntry;
import dev.akinai.ledger.LotChange;
import dev.akinai.ledger.Part;
import dev.akinai.ledger.Posting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Rows of entries and allocations, which are only ever added. For one thread. */
final class LedgerEntries {

  /** An entry's place in an account's history: the account's version after it, then its number in the operation. */
  private record Place(long version, int number) implements Comparable<Place> {

    private static final Place START = new Place(0, 0);

    static Place parse(String key) {
      String[] parts = key.split(":", -1);
      try {
        return new Place(Long.parseLong(parts[0]), Integer.parseInt(parts[parts.length - 1]));
      } catch (NumberFormatException e) {
        throw new InvalidInputException(
            "The page key must be one that a page before gave. Maybe begin with the first page.");
      }
    }

    @Override
    public int compareTo(Place other) {
      return Comparator.comparingLong(Place::version)
          .thenComparingInt(Place::number)
          .compare(this, other);
    }

    @Override
    public String toString() {
      return version + ":" + number;
    }
  }

  private final StoreScope scope;

  LedgerEntries(StoreScope scope) {
    this.scope = scope;
  }

  void write(Posting posting, List<String> ids, Map<AccountId, Account> accounts, Instant at) {
    var rows = new ArrayList<AkLedgerEntryRecord>();
    for (LedgerEntry entry : posting.entries()) {
      rows.add(row(posting, entry, ids.get(rows.size()), accounts, at));
    }
    scope.insertAll(AK_LEDGER_ENTRY, rows);
    var allocations = new ArrayList<AkLedgerAllocRecord>();
    for (LotChange change : posting.lotChanges()) {
      allocations.add(row(posting, change, allocations.size() + 1));
    }
    scope.insertAll(AK_LEDGER_ALLOC, allocations);
  }

  List<LedgerEntry> of(String unit, String key) {
    return scope
        .dsl()
        .selectFrom(AK_LEDGER_ENTRY)
        .where(AK_LEDGER_ENTRY.SHOP.eq(scope.shop()))
        .and(AK_LEDGER_ENTRY.UNIT.eq(unit))
        .and(AK_LEDGER_ENTRY.OP_KEY.eq(key))
        .orderBy(AK_LEDGER_ENTRY.OP_NO)
        .fetch(LedgerEntries::entry);
  }

  List<LotChange> lotChanges(String unit, String key) {
    return scope
        .dsl()
        .selectFrom(AK_LEDGER_ALLOC)
        .where(AK_LEDGER_ALLOC.SHOP.eq(scope.shop()))
        .and(AK_LEDGER_ALLOC.UNIT.eq(unit))
        .and(AK_LEDGER_ALLOC.OP_KEY.eq(key))
        .orderBy(AK_LEDGER_ALLOC.OP_NO, AK_LEDGER_ALLOC.ALLOC_NO)
        .fetch(LedgerEntries::change);
  }

  Page<LedgerEntry> history(AccountId id, Page.Request page) {
    Place after = page.after().map(Place::parse).orElse(Place.START);
    var found = new TreeMap<Place, LedgerEntry>();
    find(found, id, after, page.size() + 1, AK_LEDGER_ENTRY.FROM_ACCOUNT, AK_LEDGER_ENTRY.FROM_VER);
    find(found, id, after, page.size() + 1, AK_LEDGER_ENTRY.TO_ACCOUNT, AK_LEDGER_ENTRY.TO_VER);
    List<Place> places = List.copyOf(found.keySet());
    if (places.size() <= page.size()) {
      return new Page<>(List.copyOf(found.values()), Optional.empty());
    }
    Place last = places.get(page.size() - 1);
    return new Page<>(
        List.copyOf(found.headMap(last, true).values()), Optional.of(last.toString()));
  }

  private void find(
      Map<Place, LedgerEntry> found,
      AccountId id,
      Place after,
      int limit,
      TableField<AkLedgerEntryRecord, String> account,
      TableField<AkLedgerEntryRecord, Long> version) {
    scope
        .dsl()
        .selectFrom(AK_LEDGER_ENTRY)
        .where(AK_LEDGER_ENTRY.SHOP.eq(scope.shop()))
        .and(account.eq(id.value()))
        .and(version.ge(after.version()))
        .and(version.gt(after.version()).or(AK_LEDGER_ENTRY.OP_NO.gt(after.number())))
        .orderBy(version, AK_LEDGER_ENTRY.OP_NO)
        .limit(limit)
        .forEach(row -> found.put(new Place(row.get(version), row.getOpNo()), entry(row)));
  }

  private AkLedgerEntryRecord row(
      Posting posting, LedgerEntry entry, String id, Map<AccountId, Account> accounts, Instant at) {
    return new AkLedgerEntryRecord(
        scope.shop(),
        id,
        posting.unit(),
        posting.key(),
        entry.no(),
        entry.kind(),
        entry.from().value(),
        entry.fromPart().name(),
        version(accounts, entry.from()),
        entry.to().value(),
        entry.toPart().name(),
        version(accounts, entry.to()),
        entry.amount(),
        entry.valueAt(),
        entry.ref(),
        at);
  }

  private static @Nullable Long version(Map<AccountId, Account> accounts, AccountId id) {
    @Nullable Account account = accounts.get(id);
    return account == null ? null : (Long) account.version();
  }

  private AkLedgerAllocRecord row(Posting posting, LotChange change, int number) {
    return new AkLedgerAllocRecord(
        scope.shop(),
        posting.unit(),
        posting.key(),
        number,
        change.entryNo(),
        change.account().value(),
        change.lot(),
        change.remaining(),
        change.held(),
        change.maturedAt().orElse(null),
        change.expiresAt().orElse(null));
  }

  static LedgerEntry entry(AkLedgerEntryRecord row) {
    return new LedgerEntry(
        row.getOpNo(),
        row.getKind(),
        new AccountId(row.getFromAccount()),
        Part.valueOf(row.getFromPart()),
        new AccountId(row.getToAccount()),
        Part.valueOf(row.getToPart()),
        row.getAmount(),
        row.getValueAt(),
        row.getRef());
  }

  private static LotChange change(AkLedgerAllocRecord row) {
    return new LotChange(
        row.getOpNo(),
        new AccountId(row.getAccount()),
        row.getLotId(),
        row.getDRemaining(),
        row.getDHeld(),
        Optional.ofNullable(row.getMaturedAt()),
        Optional.ofNullable(row.getExpiresAt()));
  }
}
