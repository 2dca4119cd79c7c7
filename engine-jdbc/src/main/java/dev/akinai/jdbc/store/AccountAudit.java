package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_LEDGER_ACCOUNT;
import static dev.akinai.jdbc.generated.Tables.AK_LEDGER_ALLOC;
import static dev.akinai.jdbc.generated.Tables.AK_LEDGER_ENTRY;
import static dev.akinai.jdbc.generated.Tables.AK_LEDGER_LOT;

import dev.akinai.base.Page;
import dev.akinai.ledger.Account;
import dev.akinai.ledger.AccountId;
import dev.akinai.ledger.Part;
import dev.akinai.spi.AuditReads.AccountSums;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Accounts beside the sums of their entries, lots and allocations. For one thread. */
final class AccountAudit {

  private static final int ROW = 1;
  private static final int GIVEN = 2;
  private static final int GOT = 3;
  private static final int LOTS = 4;
  private static final int ALLOCATIONS = 5;

  private final StoreScope scope;

  AccountAudit(StoreScope scope) {
    this.scope = scope;
  }

  Page<AccountSums> page(Page.Request page) {
    Page<Account> keys =
        PageKeys.page(accounts(page), page.size(), each -> each.id().value());
    if (keys.items().isEmpty()) {
      return new Page<>(List.of(), keys.next());
    }
    var sums = new LinkedHashMap<String, Sums>();
    keys.items().forEach(each -> sums.put(each.id().value(), new Sums(each)));
    for (Record row : rows(keys.items())) {
      Sums found = sums.get(row.get(0, String.class));
      if (found != null) {
        found.add(row);
      }
    }
    return new Page<>(sums.values().stream().map(Sums::done).toList(), keys.next());
  }

  private List<Account> accounts(Page.Request page) {
    return scope
        .dsl()
        .select(AK_LEDGER_ACCOUNT.ACCOUNT, AK_LEDGER_ACCOUNT.UNIT)
        .from(AK_LEDGER_ACCOUNT)
        .where(AK_LEDGER_ACCOUNT.SHOP.eq(scope.shop()))
        .and(Keys.after(AK_LEDGER_ACCOUNT.ACCOUNT, page))
        .orderBy(AK_LEDGER_ACCOUNT.ACCOUNT)
        .limit(page.size() + 1)
        .fetch(row -> Account.empty(new AccountId(row.value1()), row.value2()));
  }

  private Result<Record> rows(List<Account> accounts) {
    String first = accounts.get(0).id().value();
    String last = accounts.get(accounts.size() - 1).id().value();
    return scope
        .dsl()
        .fetch(stored(first, last)
            .unionAll(given(first, last))
            .unionAll(got(first, last))
            .unionAll(lots(first, last))
            .unionAll(allocations(first, last)));
  }

  private Select<Record> stored(String first, String last) {
    return DSL.select(List.of(AK_LEDGER_ACCOUNT.ACCOUNT))
        .select(
            AuditSums.source(ROW),
            AuditSums.of("n_available", AK_LEDGER_ACCOUNT.AVAILABLE),
            AuditSums.of("n_pending", AK_LEDGER_ACCOUNT.PENDING),
            AuditSums.of("n_held", AK_LEDGER_ACCOUNT.HELD),
            AuditSums.of("n_debt", AK_LEDGER_ACCOUNT.DEBT),
            AuditSums.of("n_ver", AK_LEDGER_ACCOUNT.VER))
        .from(AK_LEDGER_ACCOUNT)
        .where(AK_LEDGER_ACCOUNT.SHOP.eq(scope.shop()))
        .and(AK_LEDGER_ACCOUNT.ACCOUNT.between(first, last));
  }

  private Select<Record> given(String first, String last) {
    return byPart(
        GIVEN,
        AK_LEDGER_ENTRY.FROM_ACCOUNT,
        AK_LEDGER_ENTRY.FROM_PART,
        AK_LEDGER_ENTRY.FROM_ACCOUNT.between(first, last));
  }

  private Select<Record> got(String first, String last) {
    return byPart(
        GOT,
        AK_LEDGER_ENTRY.TO_ACCOUNT,
        AK_LEDGER_ENTRY.TO_PART,
        AK_LEDGER_ENTRY.TO_ACCOUNT.between(first, last));
  }

  private Select<Record> byPart(
      int source, Field<String> account, Field<String> part, Condition range) {
    return DSL.select(List.of(account))
        .select(
            AuditSums.source(source),
            AuditSums.of("n_available", sumOf(part, Part.AVAILABLE)),
            AuditSums.of("n_pending", sumOf(part, Part.PENDING)),
            AuditSums.of("n_held", sumOf(part, Part.HELD)),
            AuditSums.of("n_debt", sumOf(part, Part.DEBT)),
            AuditSums.none("n_ver"))
        .from(AK_LEDGER_ENTRY)
        .where(AK_LEDGER_ENTRY.SHOP.eq(scope.shop()))
        .and(range)
        .groupBy(account);
  }

  private static Field<BigDecimal> sumOf(Field<String> part, Part wanted) {
    return DSL.sum(
        DSL.when(part.eq(wanted.name()), AK_LEDGER_ENTRY.AMOUNT).otherwise(DSL.inline(0L)));
  }

  private Select<Record> lots(String first, String last) {
    Condition pending = AK_LEDGER_LOT.AVAILABLE_AT.isNull();
    return DSL.select(List.of(AK_LEDGER_LOT.ACCOUNT))
        .select(
            AuditSums.source(LOTS),
            AuditSums.of("n_available", remainingIf(pending.not())),
            AuditSums.of("n_pending", remainingIf(pending)),
            AuditSums.of("n_held", DSL.sum(AK_LEDGER_LOT.HELD)),
            AuditSums.none("n_debt"),
            AuditSums.none("n_ver"))
        .from(AK_LEDGER_LOT)
        .where(AK_LEDGER_LOT.SHOP.eq(scope.shop()))
        .and(AK_LEDGER_LOT.ACCOUNT.between(first, last))
        .groupBy(AK_LEDGER_LOT.ACCOUNT);
  }

  private static Field<BigDecimal> remainingIf(Condition condition) {
    return DSL.sum(DSL.when(condition, AK_LEDGER_LOT.REMAINING).otherwise(DSL.inline(0L)));
  }

  private Select<Record> allocations(String first, String last) {
    return DSL.select(List.of(AK_LEDGER_ALLOC.ACCOUNT))
        .select(
            AuditSums.source(ALLOCATIONS),
            AuditSums.of("n_available", DSL.sum(AK_LEDGER_ALLOC.D_REMAINING)),
            AuditSums.none("n_pending"),
            AuditSums.of("n_held", DSL.sum(AK_LEDGER_ALLOC.D_HELD)),
            AuditSums.none("n_debt"),
            AuditSums.none("n_ver"))
        .from(AK_LEDGER_ALLOC)
        .where(AK_LEDGER_ALLOC.SHOP.eq(scope.shop()))
        .and(AK_LEDGER_ALLOC.ACCOUNT.between(first, last))
        .groupBy(AK_LEDGER_ALLOC.ACCOUNT);
  }

  /** The sums of one account while the rows are read. */
  private static final class Sums {
    private Account stored;
    private Account given;
    private Account got;
    private Account lots;
    private long allocations;

    Sums(Account empty) {
      stored = empty;
      given = empty;
      got = empty;
      lots = empty;
    }

    void add(Record row) {
      Account read = account(row);
      switch (Objects.requireNonNull(row.get(AuditSums.SOURCE))) {
        case ROW -> stored = read;
        case GIVEN -> given = read;
        case GOT -> got = read;
        case LOTS -> lots = read;
        default -> allocations = Math.addExact(read.available(), read.held());
      }
    }

    private Account account(Record row) {
      return new Account(
          stored.id(),
          stored.unit(),
          AuditSums.read(row, "n_available"),
          AuditSums.read(row, "n_pending"),
          AuditSums.read(row, "n_held"),
          AuditSums.read(row, "n_debt"),
          AuditSums.read(row, "n_ver"));
    }

    AccountSums done() {
      return new AccountSums(
          stored, entries(), lots.available(), lots.pending(), lots.held(), allocations);
    }

    /** Debt is what the account owes: units that leave it add to it, units that reach it repay it. */
    private Account entries() {
      return new Account(
          stored.id(),
          stored.unit(),
          Math.subtractExact(got.available(), given.available()),
          Math.subtractExact(got.pending(), given.pending()),
          Math.subtractExact(got.held(), given.held()),
          Math.subtractExact(given.debt(), got.debt()),
          0);
    }
  }
}
