package dev.akinai.jdbc.store;

import dev.akinai.quota.Hold;
import dev.akinai.quota.HoldId;
import dev.akinai.quota.HoldLine;
import dev.akinai.quota.HoldState;
import dev.akinai.spi.Holds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** X */
final class JdbcHolds implements Holds {

  private final StoreScope scope;

  JdbcHolds(StoreScope scope) {
    this.scope = scope;
  }

  private UnsupportedOperationException missing() {
    return new UnsupportedOperationException(scope.shop());
  }

  @Override
  public Instant open(Draft draft) {
    throw missing();
  }

  @Override
  public Optional<Hold> find(HoldId id) {
    throw missing();
  }

  @Override
  public Optional<Hold> lock(HoldId id) {
    throw missing();
  }

  @Override
  public Optional<Hold> lockOpenOf(String owner) {
    throw missing();
  }

  @Override
  public boolean resolve(HoldId id, HoldState to, boolean settled) {
    throw missing();
  }

  @Override
  public Optional<Instant> extend(HoldId id, Duration ttl) {
    throw missing();
  }

  @Override
  public boolean giveBack(HoldId id, long expectedVersion, List<HoldLine> lines) {
    throw missing();
  }

  @Override
  public List<Hold> lockDue(Due due, int limit) {
    throw missing();
  }

  @Override
  public void settled(List<Hold> holds) {
    throw missing();
  }
}
