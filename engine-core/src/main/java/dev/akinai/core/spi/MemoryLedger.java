package dev.akinai.core.spi;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Page;
import dev.akinai.base.Text;
import dev.akinai.ledger.Account;
import dev.akinai.ledger.AccountId;
import dev.akinai.ledger.LedgerEntry;
import dev.akinai.ledger.Lot;
import dev.akinai.ledger.LotChange;
import dev.akinai.ledger.Part;
import dev.akinai.ledger.Posting;
import dev.akinai.spi.LedgerStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Accounts, lots and entries, in memory. An operation is worked out in whole before anything of it is written. */
final class MemoryLedger implements LedgerStore {

  private final UnitLog log;
  private final Table<Account> accounts;
  private final Table<Lot> lots;
  private final Table<Lot> overdue;
  private final Table<Posting> operations;
  private final Table<Instant> entryIds;
  private final Table<LedgerEntry> history;
  private final Table<LotChange> allocations;

  MemoryLedger(UnitLog log) {
    this.log = log;
    this.accounts = new Table<>(log);
    this.lots = new Table<>(log);
    this.overdue = new Table<>(log);
    this.operations = new Table<>(log);
    this.entryIds = new Table<>(log);
    this.history = new Table<>(log);
    this.allocations = new Table<>(log);
  }

  @Override
  public Account lock(AccountId id, String unit) {
    if (id.isSystem()) {
      throw new InvalidInputException(
          "The account to lock must store balances, but is a system account. Maybe lock the member's.");
    }
    return account(id, unit);
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return accounts.find(id.value());
  }

  @Override
  public List<Lot> lots(AccountId id) {
    return allLots(id)
        .filter(lot -> lot.remaining() > 0 || lot.held() > 0)
        .sorted(Lot.FIRST_EXPIRY_FIRST)
        .toList();
  }

  @Override
  public Posting.Result post(Posting posting, List<String> ids, Instant at) {
    requireNumbered(posting, ids);
    Optional<Posting> before = operations.find(operationKey(posting.unit(), posting.key()));
    if (before.isPresent()) {
      return before.get().equals(posting) ? Posting.Result.REPEATED : Posting.Result.KEY_REUSED;
    }
    List<Account> balances = exactly(() -> balancesAfter(posting));
    Collection<Lot> touched = exactly(() -> lotsAfter(posting));
    if (balances.stream().anyMatch(MemoryLedger::isShort)
        || touched.stream().anyMatch(lot -> lot.remaining() < 0 || lot.held() < 0)) {
      return Posting.Result.SHORT;
    }
    balances.forEach(this::requireDebtFirst);
    touched.forEach(this::requireGranted);
    balances.forEach(account -> accounts.put(account.id().value(), account));
    touched.forEach(this::save);
    write(posting, ids, at);
    return Posting.Result.POSTED;
  }

  @Override
  public List<LedgerEntry> entries(String unit, String key) {
    return operations.find(operationKey(unit, key)).map(Posting::entries).orElse(List.of());
  }

  @Override
  public List<LotChange> lotChanges(String unit, String key) {
    return operations.find(operationKey(unit, key)).map(Posting::lotChanges).stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(LotChange::entryNo))
        .toList();
  }

  @Override
  public Page<LedgerEntry> history(AccountId id, Page.Request page) {
    return history.page(Keys.under(id.value()), page, Function.identity());
  }

  @Override
  public List<Account> due(Instant now, int limit) {
    return overdue
        .all()
        .takeWhile(lot -> lot.isExpiredAt(now))
        .map(Lot::account)
        .distinct()
        .limit(Math.max(0, limit))
        .flatMap(id -> find(id).stream())
        .toList();
  }

  <T> Page<T> page(Page.Request page, Function<Account, T> read) {
    return accounts.page("", page, read);
  }

  Stream<LedgerEntry> entriesOf(AccountId id) {
    return history.under(Keys.under(id.value()));
  }

  Stream<LotChange> allocationsOf(AccountId id) {
    return allocations.under(Keys.under(id.value()));
  }

  Stream<Lot> allLots(AccountId id) {
    return lots.under(Keys.under(id.value()));
  }

  Optional<Instant> nextExpiry() {
    return overdue.first("").flatMap(Lot::expiresAt);
  }

  private Account account(AccountId id, String unit) {
    Account account = find(id).orElseGet(() -> Account.empty(id, unit));
    if (!account.unit().equals(unit)) {
      throw new InvalidInputException(
          "The unit (%s) must be the account's own (%s). Maybe name another account."
              .formatted(Text.printable(unit), Text.printable(account.unit())));
    }
    return account;
  }

  private List<Account> balancesAfter(Posting posting) {
    return posting.balanceChanges().entrySet().stream()
        .map(each -> changed(account(each.getKey(), posting.unit()), each.getValue()))
        .toList();
  }

  private <T> T exactly(Supplier<T> sums) {
    try {
      return sums.get();
    } catch (ArithmeticException tooLarge) {
      throw log.broken("A balance must fit 64 bits. Maybe the operation was posted twice.");
    }
  }

  private static Account changed(Account account, Map<Part, Long> changes) {
    return new Account(
        account.id(),
        account.unit(),
        part(account, changes, Part.AVAILABLE),
        part(account, changes, Part.PENDING),
        part(account, changes, Part.HELD),
        part(account, changes, Part.DEBT),
        account.version() + 1);
  }

  private static long part(Account account, Map<Part, Long> changes, Part part) {
    return Math.addExact(account.of(part), changes.getOrDefault(part, 0L));
  }

  private Collection<Lot> lotsAfter(Posting posting) {
    var after = new LinkedHashMap<String, Lot>();
    for (Lot lot : posting.newLots()) {
      requireNew(lot, after);
      after.put(
          lotKey(lot.account(), lot.id()), with(lot, 0, 0, lot.availableAt(), lot.expiresAt()));
    }
    for (LotChange change : posting.lotChanges()) {
      String key = lotKey(change.account(), change.lot());
      Lot before = Optional.ofNullable(after.get(key))
          .or(() -> lots.find(key))
          .orElseGet(() -> nothing(change));
      after.put(
          key,
          with(
              before,
              Math.addExact(before.remaining(), change.remaining()),
              Math.addExact(before.held(), change.held()),
              change.maturedAt().or(before::availableAt),
              change.expiresAt().or(before::expiresAt)));
    }
    return after.values();
  }

  /** A lot that nobody made holds no units: taking from it falls short. */
  private static Lot nothing(LotChange change) {
    return new Lot(change.account(), change.lot(), 0, 0, 0, Optional.empty(), Optional.empty(), "");
  }

  private static Lot with(
      Lot lot,
      long remaining,
      long held,
      Optional<Instant> availableAt,
      Optional<Instant> expiresAt) {
    return new Lot(
        lot.account(),
        lot.id(),
        lot.granted(),
        remaining,
        held,
        availableAt,
        expiresAt,
        lot.source());
  }

  private static boolean isShort(Account account) {
    return Stream.of(Part.values()).anyMatch(part -> account.of(part) < 0);
  }

  private void save(Lot lot) {
    String key = lotKey(lot.account(), lot.id());
    lots.find(key).flatMap(MemoryLedger::expiryKey).ifPresent(overdue::remove);
    expiryKey(lot).ifPresent(expiry -> overdue.put(expiry, lot));
    lots.put(key, lot);
  }

  private static Optional<String> expiryKey(Lot lot) {
    return lot.expiresAt()
        .filter(expiry -> lot.remaining() > 0)
        .map(expiry -> Keys.of(Keys.instant(expiry), lotKey(lot.account(), lot.id())));
  }

  private void write(Posting posting, List<String> ids, Instant at) {
    String place = Keys.number(operations.size());
    for (LedgerEntry entry : posting.entries()) {
      entryIds.insert(ids.get(entry.no() - 1), at, "ledger entry");
      String no = Keys.number(entry.no());
      history.put(Keys.of(entry.from().value(), place, no), entry);
      history.put(Keys.of(entry.to().value(), place, no), entry);
    }
    for (int i = 0; i < posting.lotChanges().size(); i++) {
      LotChange change = posting.lotChanges().get(i);
      allocations.put(Keys.of(change.account().value(), place, Keys.number(i)), change);
    }
    operations.put(operationKey(posting.unit(), posting.key()), posting);
  }

  private static void requireNumbered(Posting posting, List<String> ids) {
    int entries = posting.entries().size();
    boolean numbered = entries > 0 && ids.size() == entries;
    for (int i = 0; numbered && i < entries; i++) {
      numbered = posting.entries().get(i).no() == i + 1;
    }
    for (LotChange change : posting.lotChanges()) {
      numbered &= change.entryNo() >= 1 && change.entryNo() <= entries;
    }
    if (!numbered) {
      throw new InvalidInputException(
          "The entries (%d) must be numbered from 1, with an id each (%d), and lot changes must name one of them. Maybe number them anew."
              .formatted(entries, ids.size()));
    }
  }

  private void requireNew(Lot lot, Map<String, Lot> others) {
    Text.requireVisible("lot", lot.id(), 160);
    String key = lotKey(lot.account(), lot.id());
    if (lots.has(key) || others.containsKey(key)) {
      throw log.broken("The id of a new lot must be new. Maybe the id was made twice.");
    }
  }

  private void requireDebtFirst(Account account) {
    if (account.debt() > 0 && account.available() > 0) {
      throw log.broken(
          "An account with debt must have nothing available. Maybe repay the debt first.");
    }
  }

  private void requireGranted(Lot lot) {
    if (lot.granted() < 1 || lot.remaining() > lot.granted() - lot.held()) {
      throw log.broken(
          "What remains and is held of a lot must be at most what was granted. Maybe the lot was never made.");
    }
  }

  private static String operationKey(String unit, String key) {
    return Keys.of(unit, key);
  }

  private static String lotKey(AccountId account, String lot) {
    return Keys.of(account.value(), lot);
  }
}
