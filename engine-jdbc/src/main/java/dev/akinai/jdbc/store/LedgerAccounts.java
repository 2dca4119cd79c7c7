package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_LEDGER_ACCOUNT;

import dev.akinai.base.InvalidInputException;
import dev.akinai.jdbc.generated.tables.records.AkLedgerAccountRecord;
import dev.akinai.ledger.Account;
import dev.akinai.ledger.AccountId;
import dev.akinai.ledger.Posting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Rows of accounts. For one thread. */
final class LedgerAccounts {

  /** Locked accounts, and those among them that had no row. */
  record Locked(Map<AccountId, Account> all, List<AccountId> made) {}

  private final StoreScope scope;

  LedgerAccounts(StoreScope scope) {
    this.scope = scope;
  }

  Account lock(AccountId id, String unit) {
    if (id.isSystem()) {
      throw new InvalidInputException(
          "The account to lock must not be a system account, which stores no balance. Maybe lock the member's.");
    }
    @Nullable Account account = lockRow(id);
    return requireUnit(account == null ? make(id, unit) : account, unit);
  }

  /** Locks what a posting changes, in lock order, making what is missing. */
  Locked lockAll(Posting posting) {
    var all = new LinkedHashMap<AccountId, Account>();
    var made = new ArrayList<AccountId>();
    for (AccountId id : posting.balanceChanges().keySet()) {
      @Nullable Account account = lockRow(id);
      if (account == null) {
        account = make(id, posting.unit());
        made.add(id);
      }
      all.put(id, requireUnit(account, posting.unit()));
    }
    return new Locked(all, made);
  }

  /** Removes rows made for nothing: they are locked, and no version was ever written. */
  void remove(List<AccountId> made) {
    for (AccountId id : made) {
      scope
          .dsl()
          .deleteFrom(AK_LEDGER_ACCOUNT)
          .where(key(id))
          .and(AK_LEDGER_ACCOUNT.VER.eq(0L))
          .execute();
    }
  }

  Optional<Account> find(AccountId id) {
    return scope
        .dsl()
        .selectFrom(AK_LEDGER_ACCOUNT)
        .where(key(id))
        .fetchOptional(LedgerAccounts::account);
  }

  List<Account> read(Collection<String> ids) {
    return scope
        .dsl()
        .selectFrom(AK_LEDGER_ACCOUNT)
        .where(AK_LEDGER_ACCOUNT.SHOP.eq(scope.shop()))
        .and(AK_LEDGER_ACCOUNT.ACCOUNT.in(ids))
        .fetch(LedgerAccounts::account);
  }

  /** Writes locked accounts as they shall be. */
  void write(Map<AccountId, Account> accounts) {
    var update = scope
        .dsl()
        .update(AK_LEDGER_ACCOUNT)
        .set(AK_LEDGER_ACCOUNT.AVAILABLE, 0L)
        .set(AK_LEDGER_ACCOUNT.PENDING, 0L)
        .set(AK_LEDGER_ACCOUNT.HELD, 0L)
        .set(AK_LEDGER_ACCOUNT.DEBT, 0L)
        .set(AK_LEDGER_ACCOUNT.VER, 0L)
        .where(AK_LEDGER_ACCOUNT.SHOP.eq(""))
        .and(AK_LEDGER_ACCOUNT.ACCOUNT.eq(""));
    scope.batch(update, accounts.values().stream().map(this::values).toList());
  }

  private Object[] values(Account account) {
    return new Object[] {
      account.available(),
      account.pending(),
      account.held(),
      account.debt(),
      account.version(),
      scope.shop(),
      account.id().value()
    };
  }

  private Account make(AccountId id, String unit) {
    scope.insertAbsent(
        AK_LEDGER_ACCOUNT,
        List.of(new AkLedgerAccountRecord(scope.shop(), id.value(), unit, 0L, 0L, 0L, 0L, 0L)));
    return StoreScope.newest(lockRow(id));
  }

  private @Nullable Account lockRow(AccountId id) {
    @Nullable
    AkLedgerAccountRecord row =
        scope.dsl().selectFrom(AK_LEDGER_ACCOUNT).where(key(id)).forUpdate().fetchOne();
    return row == null ? null : account(row);
  }

  private Condition key(AccountId id) {
    return AK_LEDGER_ACCOUNT.SHOP.eq(scope.shop()).and(AK_LEDGER_ACCOUNT.ACCOUNT.eq(id.value()));
  }

  private static Account requireUnit(Account account, String unit) {
    if (!account.unit().equals(unit)) {
      throw new InvalidInputException(
          "The account must count what it began with (%s), not %s. Maybe use one account for each unit."
              .formatted(account.unit(), unit));
    }
    return account;
  }

  private static Account account(AkLedgerAccountRecord row) {
    return new Account(
        new AccountId(row.getAccount()),
        row.getUnit(),
        row.getAvailable(),
        row.getPending(),
        row.getHeld(),
        row.getDebt(),
        row.getVer());
  }
}
