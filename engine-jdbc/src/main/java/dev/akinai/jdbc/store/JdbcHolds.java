package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_HOLD;
import static dev.akinai.jdbc.generated.Tables.AK_HOLD_LINE;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.jdbc.generated.tables.records.AkHoldRecord;
import dev.akinai.quota.Hold;
import dev.akinai.quota.HoldId;
import dev.akinai.quota.HoldLine;
import dev.akinai.quota.HoldState;
import dev.akinai.quota.LockPlan;
import dev.akinai.spi.Holds;
import dev.akinai.spi.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Holds: a compare-and-set on the state ends one, deadlines are on the database's clock. For one thread. */
final class JdbcHolds implements Holds {

  private static final int MOST_REPLACEMENTS = 100;

  private final StoreScope scope;
  private final HoldRows rows;

  JdbcHolds(StoreScope scope) {
    this.scope = scope;
    this.rows = new HoldRows(scope);
  }

  @Override
  public Instant open(Draft draft) {
    require(draft);
    Instant now = scope.now();
    Instant until = now.plus(draft.ttl());
    rows.insert(draft, now, until);
    return until;
  }

  @Override
  public Optional<Hold> find(HoldId id) {
    return rows.with(key(id), false).stream().findFirst();
  }

  @Override
  public Optional<Hold> lock(HoldId id) {
    return rows.with(key(id), true).stream().findFirst();
  }

  @Override
  public Optional<Hold> lockOpenOf(String owner) {
    if (scope.dialect() == Dialect.MARIADB) {
      return rows.with(openOf(owner), true).stream().findFirst();
    }
    for (int tries = 0; tries < MOST_REPLACEMENTS; tries++) {
      @Nullable String open = openIdOf(owner);
      Optional<Hold> locked = open == null ? Optional.empty() : lockOpen(open, owner);
      if (open == null || locked.isPresent()) {
        return locked;
      }
    }
    throw new StorageException(
        StorageException.Failure.RETRYABLE,
        "The owner's open hold was replaced %d times while this unit waited for it. Maybe ask again later."
            .formatted(MOST_REPLACEMENTS));
  }

  /** A statement that waited for a row sees none that was added meanwhile, so the newest hold is looked up before each wait. */
  private @Nullable String openIdOf(String owner) {
    return scope
        .dsl()
        .select(AK_HOLD.HOLD_ID)
        .from(AK_HOLD)
        .where(openOf(owner))
        .fetchOne(AK_HOLD.HOLD_ID);
  }

  private Optional<Hold> lockOpen(String id, String owner) {
    return rows.with(openOf(owner).and(AK_HOLD.HOLD_ID.eq(id)), true).stream().findFirst();
  }

  private Condition openOf(String owner) {
    return ofShop().and(AK_HOLD.OPEN_OWNER.eq(owner));
  }

  @Override
  public boolean resolve(HoldId id, HoldState to, boolean settled) {
    if (to == HoldState.HELD) {
      throw new InvalidInputException(
          "The state (HELD) must be one that ends a hold. Maybe confirm or release it.");
    }
    if (!end(id, to, settled)) {
      return false;
    }
    if (to == HoldState.CONFIRMED) {
      scope
          .dsl()
          .update(AK_HOLD_LINE)
          .set(AK_HOLD_LINE.CONFIRMED_QTY, AK_HOLD_LINE.QTY)
          .where(lines(id))
          .execute();
    }
    if (settled) {
      rows.settle(List.of(id.value()), to);
    }
    return true;
  }

  private boolean end(HoldId id, HoldState to, boolean settled) {
    return scope
            .dsl()
            .update(AK_HOLD)
            .set(AK_HOLD.STATE, to.name())
            .setNull(AK_HOLD.OPEN_OWNER)
            .set(AK_HOLD.TODO, settled ? null : Due.SETTLE.name())
            .set(AK_HOLD.DUE_AT, scope.nowField())
            .set(AK_HOLD.VER, AK_HOLD.VER.plus(1))
            .where(key(id))
            .and(AK_HOLD.STATE.eq(HoldState.HELD.name()))
            .execute()
        == 1;
  }

  @Override
  public Optional<Instant> extend(HoldId id, Duration ttl) {
    requirePositive(ttl);
    @Nullable
    AkHoldRecord row =
        scope.dsl().selectFrom(AK_HOLD).where(key(id)).forUpdate().fetchOne();
    if (row == null || !row.getState().equals(HoldState.HELD.name())) {
      return Optional.empty();
    }
    Instant until = scope.now().plus(ttl);
    if (!until.isAfter(row.getExpiresAt())) {
      return Optional.of(row.getExpiresAt());
    }
    moveDeadline(id, until);
    return Optional.of(until);
  }

  private void moveDeadline(HoldId id, Instant until) {
    scope
        .dsl()
        .update(AK_HOLD)
        .set(AK_HOLD.EXPIRES_AT, until)
        .set(AK_HOLD.DUE_AT, until)
        .set(AK_HOLD.VER, AK_HOLD.VER.plus(1))
        .where(key(id))
        .execute();
  }

  @Override
  public boolean giveBack(HoldId id, long expectedVersion, List<HoldLine> lines) {
    boolean current = scope
            .dsl()
            .update(AK_HOLD)
            .set(AK_HOLD.TODO, Due.SETTLE.name())
            .set(AK_HOLD.DUE_AT, scope.nowField())
            .set(AK_HOLD.VER, AK_HOLD.VER.plus(1))
            .where(key(id))
            .and(AK_HOLD.VER.eq(expectedVersion))
            .and(AK_HOLD.STATE.eq(HoldState.CONFIRMED.name()))
            .execute()
        == 1;
    if (current) {
      rows.giveBack(id.value(), lines);
    }
    return current;
  }

  @Override
  public List<Hold> lockDue(Due due, int limit) {
    List<AkHoldRecord> found = scope
        .dsl()
        .selectFrom(AK_HOLD)
        .where(AK_HOLD.TODO.eq(due.name()))
        .and(ofShop())
        .and(AK_HOLD.DUE_AT.le(scope.now()))
        .orderBy(AK_HOLD.DUE_AT)
        .limit(limit)
        .forUpdate()
        .skipLocked()
        .fetch();
    return rows.withLines(found, true);
  }

  @Override
  public void settled(List<Hold> holds) {
    for (HoldState state : HoldState.values()) {
      List<String> ids = holds.stream()
          .filter(hold -> hold.state() == state)
          .map(hold -> hold.id().value())
          .sorted(Text.UTF8_ORDER)
          .toList();
      if (state != HoldState.HELD) {
        StoreScope.chunks(ids).forEach(chunk -> settle(chunk, state));
      }
    }
  }

  private void settle(List<String> ids, HoldState state) {
    rows.settle(ids, state);
    scope
        .dsl()
        .update(AK_HOLD)
        .setNull(AK_HOLD.TODO)
        .where(ofShop())
        .and(AK_HOLD.HOLD_ID.in(ids))
        .execute();
  }

  private Condition ofShop() {
    return AK_HOLD.SHOP.eq(scope.shop());
  }

  private Condition key(HoldId id) {
    return ofShop().and(AK_HOLD.HOLD_ID.eq(id.value()));
  }

  private Condition lines(HoldId id) {
    return AK_HOLD_LINE.SHOP.eq(scope.shop()).and(AK_HOLD_LINE.HOLD_ID.eq(id.value()));
  }

  private static void require(Draft draft) {
    draft.owner().ifPresent(text -> Text.requireVisible("owner", text, 160));
    draft.buyer().ifPresent(text -> Text.requireVisible("buyer", text, 160));
    draft.digest().ifPresent(text -> Text.requireVisible("digest", text, 160));
    requirePositive(draft.ttl());
    if (draft.lines().size() > LockPlan.MAX_CELLS) {
      throw new InputTooLargeException(
          "lines of a hold", LockPlan.MAX_CELLS, draft.lines().size());
    }
  }

  private static void requirePositive(Duration ttl) {
    if (ttl.isNegative() || ttl.isZero() || ttl.toDays() > 36_500) {
      throw new InvalidInputException(
          "The time to live (" + ttl + ") must be above 0 and below 100 years. Maybe 15 minutes.");
    }
  }
}
