package dev.akinai.testkit.spi.bad;

import dev.akinai.quota.Hold;
import dev.akinai.quota.HoldId;
import dev.akinai.quota.HoldLine;
import dev.akinai.quota.HoldState;
import dev.akinai.spi.Holds;
import dev.akinai.spi.UnitOfWork;
import dev.akinai.testkit.spi.ForwardingUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Holds whose end or deadline is written wrongly. */
final class BadHolds {

  private BadHolds() {}

  /** Holds that hand every call to others. */
  private static class Forwarding implements Holds {

    private final Holds inner;

    Forwarding(Holds inner) {
      this.inner = inner;
    }

    Holds inner() {
      return inner;
    }

    @Override
    public Instant open(Draft draft) {
      return inner.open(draft);
    }

    @Override
    public Optional<Hold> find(HoldId id) {
      return inner.find(id);
    }

    @Override
    public Optional<Hold> lock(HoldId id) {
      return inner.lock(id);
    }

    @Override
    public Optional<Hold> lockOpenOf(String owner) {
      return inner.lockOpenOf(owner);
    }

    @Override
    public boolean resolve(HoldId id, HoldState to, boolean settled) {
      return inner.resolve(id, to, settled);
    }

    @Override
    public Optional<Instant> extend(HoldId id, Duration ttl) {
      return inner.extend(id, ttl);
    }

    @Override
    public boolean giveBack(HoldId id, long expectedVersion, List<HoldLine> lines) {
      return inner.giveBack(id, expectedVersion, lines);
    }

    @Override
    public List<Hold> lockDue(Due due, int limit) {
      return inner.lockDue(due, limit);
    }

    @Override
    public void settled(List<Hold> holds) {
      inner.settled(holds);
    }
  }

  /** K9. */
  static final class AlwaysResolves extends ForwardingUnit {

    AlwaysResolves(UnitOfWork inner) {
      super(inner);
    }

    @Override
    public Holds holds() {
      return new Forwarding(inner().holds()) {
        @Override
        public boolean resolve(HoldId id, HoldState to, boolean settled) {
          return inner().resolve(id, to, settled) || inner().find(id).isPresent();
        }
      };
    }
  }

  /** K10: the next settlement adds the same units again. */
  static final class ForgetsSettling extends ForwardingUnit {

    ForgetsSettling(UnitOfWork inner) {
      super(inner);
    }

    @Override
    public Holds holds() {
      return new Forwarding(inner().holds()) {
        @Override
        public void settled(List<Hold> holds) {
          // the cells were told, and nobody writes it down
        }
      };
    }
  }

  /** K20: right only while both clocks agree. */
  static final class OwnClock extends ForwardingUnit {

    OwnClock(UnitOfWork inner) {
      super(inner);
    }

    @Override
    public Holds holds() {
      return new Forwarding(inner().holds()) {
        @Override
        public Instant open(Draft draft) {
          Duration apart = Duration.between(OwnClock.this.inner().now(), Instant.now());
          return inner()
              .open(new Draft(
                  draft.id(),
                  draft.owner(),
                  draft.buyer(),
                  draft.ttl().plus(apart),
                  draft.digest(),
                  draft.lines()));
        }
      };
    }
  }
}
