package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_LEDGER_LOT;
import static dev.akinai.jdbc.generated.Tables.AK_LEDGER_OP;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Page;
import dev.akinai.base.Text;
import dev.akinai.jdbc.generated.tables.records.AkLedgerOpRecord;
import dev.akinai.ledger.Account;
import dev.akinai.ledger.AccountId;
import dev.akinai.ledger.LedgerEntry;
import dev.akinai.ledger.Lot;
import dev.akinai.ledger.LotChange;
import dev.akinai.ledger.Posting;
import dev.akinai.spi.LedgerStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;

/** Accounts, lots and entries: the business key is claimed first, rows are locked, then the balances decide. For one thread. */
final class JdbcLedgerStore implements LedgerStore {

  private static final int MAX_ENTRIES = 5_000;

  private final StoreScope scope;
  private final LedgerAccounts accounts;
  private final LedgerLots lots;
  private final LedgerEntries entries;
  private final Set<AccountId> locked = new HashSet<>();

  JdbcLedgerStore(StoreScope scope) {
    this.scope = scope;
    this.accounts = new LedgerAccounts(scope);
    this.lots = new LedgerLots(scope);
    this.entries = new LedgerEntries(scope);
  }

  @Override
  public Account lock(AccountId id, String unit) {
    Text.requireVisible("unit", unit, 32);
    Account account = accounts.lock(id, unit);
    locked.add(id);
    return account;
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return accounts.find(id);
  }

  @Override
  public List<Lot> lots(AccountId id) {
    return lots.open(id, locked.contains(id));
  }

  @Override
  public Posting.Result post(Posting posting, List<String> entryIds, Instant at) {
    require(posting, entryIds);
    if (!scope.insertOnce(AK_LEDGER_OP, operation(posting, at))) {
      return compare(posting);
    }
    var change = new LedgerChange(posting);
    var found = accounts.lockAll(posting);
    locked.addAll(posting.balanceChanges().keySet());
    if (!change.decide(found.all(), lots.locked(posting))) {
      scope.dsl().deleteFrom(AK_LEDGER_OP).where(key(posting)).execute();
      accounts.remove(found.made());
      return Posting.Result.SHORT;
    }
    accounts.write(change.accounts());
    lots.write(posting, change.lots());
    entries.write(posting, entryIds, change.accounts(), at);
    return Posting.Result.POSTED;
  }

  private Posting.Result compare(Posting posting) {
    String first = StoreScope.newest(scope
        .dsl()
        .select(AK_LEDGER_OP.CONTENT_HASH)
        .from(AK_LEDGER_OP)
        .where(key(posting))
        .forUpdate()
        .fetchOne(AK_LEDGER_OP.CONTENT_HASH));
    return first.equals(PostingHash.of(posting))
        ? Posting.Result.REPEATED
        : Posting.Result.KEY_REUSED;
  }

  @Override
  public List<LedgerEntry> entries(String unit, String key) {
    return entries.of(unit, key);
  }

  @Override
  public List<LotChange> lotChanges(String unit, String key) {
    return entries.lotChanges(unit, key);
  }

  @Override
  public Page<LedgerEntry> history(AccountId id, Page.Request page) {
    return entries.history(id, page);
  }

  @Override
  public List<Account> due(Instant now, int limit) {
    List<String> ids = scope
        .dsl()
        .selectDistinct(AK_LEDGER_LOT.ACCOUNT)
        .from(AK_LEDGER_LOT)
        .where(AK_LEDGER_LOT.TODO_AT.le(now))
        .and(AK_LEDGER_LOT.SHOP.eq(scope.shop()))
        .limit(limit)
        .fetch(AK_LEDGER_LOT.ACCOUNT);
    return accounts.read(ids);
  }

  private AkLedgerOpRecord operation(Posting posting, Instant at) {
    return new AkLedgerOpRecord(
        scope.shop(), posting.unit(), posting.key(), PostingHash.of(posting), at);
  }

  private Condition key(Posting posting) {
    return AK_LEDGER_OP
        .SHOP
        .eq(scope.shop())
        .and(AK_LEDGER_OP.UNIT.eq(posting.unit()))
        .and(AK_LEDGER_OP.OP_KEY.eq(posting.key()));
  }

  private static void require(Posting posting, List<String> entryIds) {
    int size = posting.entries().size();
    if (size == 0 || size != entryIds.size()) {
      throw new InvalidInputException(
          "A posting (%d entries, %d ids) must have entries, and an id for each. Maybe make an id per entry."
              .formatted(size, entryIds.size()));
    }
    if (Math.max(size, posting.lotChanges().size()) > MAX_ENTRIES) {
      throw new InputTooLargeException(
          "entries of a posting",
          MAX_ENTRIES,
          Math.max(size, posting.lotChanges().size()));
    }
    entryIds.forEach(id -> Text.requireVisible("entry id", id, 192));
    for (Lot lot : posting.newLots()) {
      Text.requireVisible("lot", lot.id(), 160);
      Text.requireVisible("source", lot.source(), 160);
    }
  }
}
