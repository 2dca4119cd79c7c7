package dev.akinai.testkit.spi.bad;

import dev.akinai.base.Page;
import dev.akinai.ledger.Account;
import dev.akinai.ledger.AccountId;
import dev.akinai.ledger.LedgerEntry;
import dev.akinai.ledger.Lot;
import dev.akinai.ledger.LotChange;
import dev.akinai.ledger.Posting;
import dev.akinai.spi.LedgerStore;
import dev.akinai.spi.UnitOfWork;
import dev.akinai.testkit.spi.ForwardingUnit;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Ledgers that take the wrong lots, or say that they took more than there was. */
final class BadLedger {

  private BadLedger() {}

  /** A ledger that hands every call to another one. */
  private static class Forwarding implements LedgerStore {

    private final LedgerStore inner;

    Forwarding(LedgerStore inner) {
      this.inner = inner;
    }

    LedgerStore inner() {
      return inner;
    }

    @Override
    public Account lock(AccountId id, String unit) {
      return inner.lock(id, unit);
    }

    @Override
    public Optional<Account> find(AccountId id) {
      return inner.find(id);
    }

    @Override
    public List<Lot> lots(AccountId id) {
      return inner.lots(id);
    }

    @Override
    public Posting.Result post(Posting posting, List<String> entryIds, Instant at) {
      return inner.post(posting, entryIds, at);
    }

    @Override
    public List<LedgerEntry> entries(String unit, String key) {
      return inner.entries(unit, key);
    }

    @Override
    public List<LotChange> lotChanges(String unit, String key) {
      return inner.lotChanges(unit, key);
    }

    @Override
    public Page<LedgerEntry> history(AccountId id, Page.Request page) {
      return inner.history(id, page);
    }

    @Override
    public List<Account> due(Instant now, int limit) {
      return inner.due(now, limit);
    }
  }

  /** K16: what falls short is cut off without a word. */
  static final class Clamps extends ForwardingUnit {

    Clamps(UnitOfWork inner) {
      super(inner);
    }

    @Override
    public LedgerStore ledger() {
      return new Forwarding(inner().ledger()) {
        @Override
        public Posting.Result post(Posting posting, List<String> entryIds, Instant at) {
          Posting.Result result = inner().post(posting, entryIds, at);
          return result == Posting.Result.SHORT ? Posting.Result.POSTED : result;
        }
      };
    }
  }

  /** K17. */
  static final class OrdersById extends ForwardingUnit {

    OrdersById(UnitOfWork inner) {
      super(inner);
    }

    @Override
    public LedgerStore ledger() {
      return new Forwarding(inner().ledger()) {
        @Override
        public List<Lot> lots(AccountId id) {
          return inner().lots(id).stream().sorted(Comparator.comparing(Lot::id)).toList();
        }
      };
    }
  }
}
