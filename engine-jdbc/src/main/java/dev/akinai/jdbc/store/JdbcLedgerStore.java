package dev.akinai.jdbc.store;

import dev.akinai.base.Page;
import dev.akinai.ledger.Account;
import dev.akinai.ledger.AccountId;
import dev.akinai.ledger.LedgerEntry;
import dev.akinai.ledger.Lot;
import dev.akinai.ledger.LotChange;
import dev.akinai.ledger.Posting;
import dev.akinai.spi.LedgerStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** X */
final class JdbcLedgerStore implements LedgerStore {

  private final StoreScope scope;

  JdbcLedgerStore(StoreScope scope) {
    this.scope = scope;
  }

  private UnsupportedOperationException missing() {
    return new UnsupportedOperationException(scope.shop());
  }

  @Override
  public Account lock(AccountId id, String unit) {
    throw missing();
  }

  @Override
  public Optional<Account> find(AccountId id) {
    throw missing();
  }

  @Override
  public List<Lot> lots(AccountId id) {
    throw missing();
  }

  @Override
  public Posting.Result post(Posting posting, List<String> entryIds, Instant at) {
    throw missing();
  }

  @Override
  public List<LedgerEntry> entries(String unit, String key) {
    throw missing();
  }

  @Override
  public List<LotChange> lotChanges(String unit, String key) {
    throw missing();
  }

  @Override
  public Page<LedgerEntry> history(AccountId id, Page.Request page) {
    throw missing();
  }

  @Override
  public List<Account> due(Instant now, int limit) {
    throw missing();
  }
}
