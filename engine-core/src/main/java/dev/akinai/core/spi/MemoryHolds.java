package dev.akinai.core.spi;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Page;
import dev.akinai.quota.Hold;
import dev.akinai.quota.HoldId;
import dev.akinai.quota.HoldLine;
import dev.akinai.quota.HoldState;
import dev.akinai.quota.LockPlan;
import dev.akinai.spi.Holds;
import dev.akinai.spi.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Holds with their lines, in memory. What is due stands in an index that each write keeps. */
final class MemoryHolds implements Holds {

  /** A hold and, once it has ended, since when it waits for settling. */
  private record Row(Hold hold, Optional<Instant> unsettledSince) {

    Optional<String> dueKey() {
      return hold.state() == HoldState.HELD
          ? Optional.of(dueKey(Due.EXPIRE, hold.expiresAt()))
          : unsettledSince.map(since -> dueKey(Due.SETTLE, since));
    }

    private String dueKey(Due due, Instant at) {
      return Keys.of(due.name(), Keys.instant(at), hold.id().value());
    }
  }

  private final UnitLog log;
  private final Supplier<Instant> now;
  private final Table<Row> holds;
  private final Table<HoldId> openOwners;
  private final Table<HoldId> due;

  MemoryHolds(UnitLog log, Supplier<Instant> now) {
    this.log = log;
    this.now = now;
    this.holds = new Table<>(log);
    this.openOwners = new Table<>(log);
    this.due = new Table<>(log);
  }

  @Override
  public Instant open(Draft draft) {
    requireTaken(draft);
    if (draft.owner().isPresent() && openOwners.has(draft.owner().get())) {
      throw log.fail(
          StorageException.Failure.RETRYABLE,
          "An owner must have at most one open hold, but another was opened first. Maybe run the unit again.");
    }
    if (holds.has(draft.id().value())) {
      throw log.broken("The id of a new hold must be new. Maybe the id was made twice.");
    }
    Hold hold = held(draft);
    draft.owner().ifPresent(owner -> openOwners.put(owner, hold.id()));
    save(new Row(hold, Optional.empty()));
    return hold.expiresAt();
  }

  @Override
  public Optional<Hold> find(HoldId id) {
    return holds.find(id.value()).map(Row::hold);
  }

  @Override
  public Optional<Hold> lock(HoldId id) {
    return find(id);
  }

  @Override
  public Optional<Hold> lockOpenOf(String owner) {
    return openOwners.find(owner).flatMap(this::find);
  }

  @Override
  public boolean resolve(HoldId id, HoldState to, boolean settled) {
    if (to == HoldState.HELD) {
      throw new InvalidInputException(
          "A hold must end as CONFIRMED, RELEASED or EXPIRED, not as HELD. Maybe extend it.");
    }
    Optional<Hold> held = find(id).filter(hold -> hold.state() == HoldState.HELD);
    if (held.isEmpty()) {
      return false;
    }
    Hold hold = held.get();
    hold.owner().ifPresent(openOwners::remove);
    List<HoldLine> lines = hold.lines().stream()
        .map(line -> to == HoldState.CONFIRMED ? confirmed(line) : line)
        .map(line -> settled ? line.settled(to) : line)
        .toList();
    save(ended(copy(hold, to, hold.expiresAt(), hold.version() + 1, lines), now.get()));
    return true;
  }

  @Override
  public Optional<Instant> extend(HoldId id, Duration ttl) {
    Optional<Hold> held = find(id).filter(hold -> hold.state() == HoldState.HELD);
    if (held.isEmpty()) {
      return Optional.empty();
    }
    Hold hold = held.get();
    Instant until = now.get().plus(ttl);
    if (!until.isAfter(hold.expiresAt())) {
      return Optional.of(hold.expiresAt());
    }
    save(new Row(
        copy(hold, hold.state(), until, hold.version() + 1, hold.lines()), Optional.empty()));
    return Optional.of(until);
  }

  @Override
  public boolean giveBack(HoldId id, long expectedVersion, List<HoldLine> lines) {
    Optional<Row> row = holds.find(id.value());
    if (row.isEmpty()
        || row.get().hold().version() != expectedVersion
        || row.get().hold().state() != HoldState.CONFIRMED) {
      return false;
    }
    Hold hold = row.get().hold();
    List<HoldLine> raised = raised(hold.lines(), lines);
    Instant since = row.get().unsettledSince().orElseGet(now);
    save(ended(copy(hold, hold.state(), hold.expiresAt(), hold.version() + 1, raised), since));
    return true;
  }

  @Override
  public List<Hold> lockDue(Due which, int limit) {
    Instant at = now.get();
    return due.under(Keys.under(which.name()))
        .flatMap(id -> find(id).stream())
        .takeWhile(hold -> which == Due.SETTLE || hold.expiresAt().isBefore(at))
        .limit(Math.max(0, limit))
        .toList();
  }

  @Override
  public void settled(List<Hold> done) {
    done.forEach(this::requireSettleable);
    for (Hold each : done) {
      if (each.state() != HoldState.HELD) {
        find(each.id()).ifPresent(hold -> save(new Row(onTarget(hold), Optional.empty())));
      }
    }
  }

  Page<Hold> page(Page.Request page) {
    return holds.page("", page, Row::hold);
  }

  Stream<Hold> after(String id) {
    return holds.after(id).map(Row::hold);
  }

  Stream<Hold> all() {
    return holds.all().map(Row::hold);
  }

  Optional<Instant> nextDeadline() {
    return due.first(Keys.under(Due.EXPIRE.name())).flatMap(this::find).map(Hold::expiresAt);
  }

  boolean hasUnsettled() {
    return due.first(Keys.under(Due.SETTLE.name())).isPresent();
  }

  private void save(Row row) {
    String key = row.hold().id().value();
    holds.find(key).flatMap(Row::dueKey).ifPresent(due::remove);
    row.dueKey().ifPresent(at -> due.put(at, row.hold().id()));
    holds.put(key, row);
  }

  private static Row ended(Hold hold, Instant since) {
    return new Row(hold, hold.isSettled() ? Optional.empty() : Optional.of(since));
  }

  private Hold held(Draft draft) {
    Instant at = now.get();
    return new Hold(
        draft.id(),
        draft.owner(),
        draft.buyer(),
        HoldState.HELD,
        at.plus(draft.ttl()),
        1,
        at,
        draft.digest(),
        draft.lines());
  }

  private static Hold copy(
      Hold hold, HoldState state, Instant expiresAt, long version, List<HoldLine> lines) {
    return new Hold(
        hold.id(),
        hold.owner(),
        hold.buyer(),
        state,
        expiresAt,
        version,
        hold.createdAt(),
        hold.digest(),
        lines);
  }

  private static Hold onTarget(Hold hold) {
    List<HoldLine> lines =
        hold.lines().stream().map(line -> line.settled(hold.state())).toList();
    return copy(hold, hold.state(), hold.expiresAt(), hold.version(), lines);
  }

  private static HoldLine confirmed(HoldLine line) {
    return new HoldLine(
        line.line(),
        line.cell(),
        line.quantity(),
        line.quantity(),
        line.back(),
        line.postedHeld(),
        line.postedConsumed());
  }

  /** Only what is given back comes from the caller: the posted figures may be newer here, since settling keeps the version. */
  private static List<HoldLine> raised(List<HoldLine> stored, List<HoldLine> given) {
    var raised = new ArrayList<HoldLine>();
    for (int i = 0; i < stored.size(); i++) {
      HoldLine line = stored.get(i);
      long back = given.size() == stored.size() ? given.get(i).back() : -1;
      if (back < line.back() || back > line.confirmed() || given.get(i).line() != line.line()) {
        throw new InvalidInputException(
            "The units given back must name every line in order, each at least as before and at most what was confirmed. Maybe read the hold again.");
      }
      raised.add(new HoldLine(
          line.line(),
          line.cell(),
          line.quantity(),
          line.confirmed(),
          back,
          line.postedHeld(),
          line.postedConsumed()));
    }
    return raised;
  }

  private static void requireTaken(Draft draft) {
    Keys.requireSize("lines of a hold", LockPlan.MAX_CELLS, draft.lines().size());
    if (!draft.lines().stream().allMatch(line -> line.isSettled(HoldState.HELD))) {
      throw new InvalidInputException(
          "Each line of a new hold must have posted its quantity as held. Maybe take the units first.");
    }
  }

  private void requireSettleable(Hold given) {
    Optional<Hold> stored = find(given.id());
    if (stored.isEmpty()
        || stored.get().version() != given.version()
        || stored.get().state() != given.state()
        || !given.isSettled()) {
      throw new InvalidInputException(
          "A settled hold must be as it was locked, with each line on target. Maybe lock it in this unit.");
    }
  }
}
