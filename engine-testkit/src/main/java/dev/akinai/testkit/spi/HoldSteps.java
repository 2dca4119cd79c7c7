package dev.akinai.testkit.spi;

import dev.akinai.quota.CellChange;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.Hold;
import dev.akinai.quota.HoldId;
import dev.akinai.quota.HoldLine;
import dev.akinai.quota.HoldState;
import dev.akinai.quota.LockPlan;
import dev.akinai.spi.Holds;
import dev.akinai.spi.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the engine does around a storage of holds: take and open, settle, reclaim. Stateless. */
final class HoldSteps {

  static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

  private HoldSteps() {}

  static HoldLine line(int number, CellKey cell, long quantity) {
    return new HoldLine(number, cell, quantity, 0, 0, quantity, 0);
  }

  static Holds.Draft draft(String id, Optional<String> owner, Duration ttl, HoldLine... lines) {
    return new Holds.Draft(
        new HoldId(id),
        owner,
        Optional.of("buyer-1"),
        ttl,
        Optional.of("digest-1"),
        List.of(lines));
  }

  /** Opens a hold on units that the cell has already counted as held. */
  static Instant open(
      UnitOfWork unit, String id, Optional<String> owner, CellKey cell, long units) {
    unit.cells().post(Samples.promised(cell, units, 0), "open-" + id);
    return unit.holds().open(draft(id, owner, QUARTER_HOUR, line(1, cell, units)));
  }

  static HoldId open(Bench bench, CellKey cell, long units) {
    String id = bench.next("hold");
    bench.run(unit -> open(unit, id, Optional.empty(), cell, units));
    return new HoldId(id);
  }

  static Hold find(Bench bench, HoldId id) {
    return bench.retrying(unit -> unit.holds().find(id).orElseThrow());
  }

  /** Posts what the cells do not know yet of a hold that stands in a state. */
  static void post(UnitOfWork unit, List<Hold> holds, HoldState state, String prefix) {
    var changes = new ArrayList<CellChange>();
    for (Hold hold : holds) {
      for (HoldLine line : hold.lines()) {
        changes.add(CellChange.promised(
            line.cell(),
            CellChange.Kind.SETTLE,
            line.targetHeld(state) - line.postedHeld(),
            line.targetConsumed(state) - line.postedConsumed(),
            "hold:" + hold.id()));
      }
    }
    unit.cells().post(LockPlan.of(changes), prefix);
  }

  /** Settles what is due; gives how many holds it settled. */
  static int settle(UnitOfWork unit, int limit, String prefix) {
    List<Hold> due = unit.holds().lockDue(Holds.Due.SETTLE, limit);
    if (due.isEmpty()) {
      return 0;
    }
    var done = new ArrayList<Hold>();
    for (Hold hold : due) {
      post(unit, List.of(hold), hold.state(), prefix + "-" + hold.id());
      done.add(onTarget(hold));
    }
    unit.holds().settled(done);
    return due.size();
  }

  private static Hold onTarget(Hold hold) {
    List<HoldLine> lines =
        hold.lines().stream().map(line -> line.settled(hold.state())).toList();
    return new Hold(
        hold.id(),
        hold.owner(),
        hold.buyer(),
        hold.state(),
        hold.expiresAt(),
        hold.version(),
        hold.createdAt(),
        hold.digest(),
        lines);
  }

  /** Takes back what is overdue; gives how many holds it ended. */
  static int reclaim(UnitOfWork unit, int limit, String prefix) {
    int ended = 0;
    for (Hold hold : unit.holds().lockDue(Holds.Due.EXPIRE, limit)) {
      if (unit.holds().resolve(hold.id(), HoldState.EXPIRED, true)) {
        post(unit, List.of(hold), HoldState.EXPIRED, prefix + "-" + hold.id());
        ended++;
      }
    }
    return ended;
  }
}
