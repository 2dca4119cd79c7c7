package dev.akinai.core.quota;

import dev.akinai.core.event.Recorder;
import dev.akinai.event.StreamId;
import dev.akinai.quota.CellChange;
import dev.akinai.quota.CellChange.Kind;
import dev.akinai.quota.Demand;
import dev.akinai.quota.Hold;
import dev.akinai.quota.HoldId;
import dev.akinai.quota.HoldLine;
import dev.akinai.quota.HoldState;
import dev.akinai.quota.LockPlan;
import dev.akinai.quota.ShortCell;
import dev.akinai.spi.Holds;
import dev.akinai.spi.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The life of a hold (STOCK section 4), written once for every storage: open, confirm, release, give back, expire, settle.
 *
 * <p>Opening is the only step that meets a hot counter, and does so last. Confirming and giving back write no counter: a later settlement
 * posts the difference between what each line should have told its cell and what it has told, so that posting twice changes nothing.
 * Stateless.
 */
public final class HoldKeeper {

  private final Recorder recorder;

  /** Keeps holds and tells what became of them. */
  public HoldKeeper(Recorder recorder) {
    this.recorder = recorder;
  }

  /** What a hold is opened with. */
  public record Opening(
      HoldId id,
      Optional<String> owner,
      Optional<String> buyer,
      Duration ttl,
      Optional<String> digest,
      List<Demand> demands) {}

  /** What became of an opening: its deadline, or every short cell. */
  public record Opened(Instant until, List<ShortCell> missing) {}

  /** Opens a hold, in place of the owner's older one if there is one. With cells missing the caller must refuse. */
  public Opened open(UnitOfWork unit, Opening opening) {
    Optional<Hold> older = opening.owner().flatMap(unit.holds()::lockOpenOf);
    older.ifPresent(hold -> end(unit, hold, HoldState.RELEASED, true));
    Instant until = unit.holds()
        .open(new Holds.Draft(
            opening.id(),
            opening.owner(),
            opening.buyer(),
            opening.ttl(),
            opening.digest(),
            lines(opening.demands())));
    List<ShortCell> missing = takeNet(unit, opening, older);
    if (missing.isEmpty()) {
      tell(unit, unit.holds().find(opening.id()).orElseThrow(), "HoldOpened");
    }
    return new Opened(until, missing);
  }

  /** Ends a held hold; false if somebody else ended it first. Units of a settled end go back to their cells at once. */
  public boolean end(UnitOfWork unit, Hold hold, HoldState to, boolean settled) {
    if (!unit.holds().resolve(hold.id(), to, settled)) {
      return false;
    }
    Hold ended = unit.holds().find(hold.id()).orElseThrow();
    if (settled) {
      unit.holds().settled(List.of(settled(ended)));
    }
    tell(
        unit,
        ended,
        "Hold" + to.name().charAt(0) + to.name().substring(1).toLowerCase(java.util.Locale.ROOT));
    return true;
  }

  /** Releases a held hold and puts its units back in this unit. */
  public boolean releaseNow(UnitOfWork unit, Hold hold) {
    boolean ended = end(unit, hold, HoldState.RELEASED, true);
    if (ended) {
      post(unit, List.of(hold), Kind.RELEASE, "release:" + hold.id());
    }
    return ended;
  }

  /** Gives all confirmed units of some lines back; settlement posts them. */
  public boolean giveBackAll(UnitOfWork unit, Hold hold) {
    List<HoldLine> lines = hold.lines().stream()
        .map(line -> new HoldLine(
            line.line(),
            line.cell(),
            line.quantity(),
            line.confirmed(),
            line.confirmed(),
            line.postedHeld(),
            line.postedConsumed()))
        .toList();
    if (!unit.holds().giveBack(hold.id(), hold.version(), lines)) {
      return false;
    }
    tell(unit, unit.holds().find(hold.id()).orElseThrow(), "HoldGivenBack");
    return true;
  }

  /** Takes overdue holds back. */
  public int expireDue(UnitOfWork unit, int limit, String batch) {
    var ended = new ArrayList<Hold>();
    for (Hold hold : unit.holds().lockDue(Holds.Due.EXPIRE, limit)) {
      if (end(unit, hold, HoldState.EXPIRED, true)) {
        ended.add(hold);
      }
    }
    post(unit, ended, Kind.EXPIRE, "expire:" + batch);
    return ended.size();
  }

  /** Posts what cells do not know yet of resolved and given-back holds. */
  public int settleDue(UnitOfWork unit, int limit, String batch) {
    List<Hold> due = unit.holds().lockDue(Holds.Due.SETTLE, limit);
    var changes = new ArrayList<CellChange>();
    for (Hold hold : due) {
      for (HoldLine line : hold.lines()) {
        if (!line.isSettled(hold.state())) {
          changes.add(CellChange.promised(
              line.cell(),
              Kind.SETTLE,
              line.targetHeld(hold.state()) - line.postedHeld(),
              line.targetConsumed(hold.state()) - line.postedConsumed(),
              "settle:" + batch));
        }
      }
    }
    unit.holds().settled(due.stream().map(HoldKeeper::settled).toList());
    unit.cells().post(LockPlan.of(changes), "settle:" + batch);
    return due.size();
  }

  /** Tells of a change of a hold. */
  public void tell(UnitOfWork unit, Hold hold, String type) {
    recorder.tell(unit, new StreamId("hold", hold.id().value()), hold.version(), type, hold);
  }

  private static List<HoldLine> lines(List<Demand> demands) {
    var lines = new ArrayList<HoldLine>();
    for (Demand demand : demands) {
      lines.add(new HoldLine(
          lines.size() + 1, demand.cell(), demand.quantity(), 0, 0, demand.quantity(), 0));
    }
    return lines;
  }

  /** Only net increases are guarded: what the older hold had counts as free for its owner. */
  private static List<ShortCell> takeNet(UnitOfWork unit, Opening opening, Optional<Hold> older) {
    String ref = "hold:" + opening.id();
    var changes = new ArrayList<CellChange>();
    opening.demands().forEach(demand -> changes.add(CellChange.hold(demand, ref)));
    older.ifPresent(hold -> changes.addAll(backToCells(hold, Kind.RELEASE, ref)));
    List<CellChange> net = LockPlan.of(changes).changes();
    List<ShortCell> missing = unit.cells()
        .take(LockPlan.of(net.stream().filter(change -> change.promised() > 0).toList()), ref);
    if (missing.isEmpty() && older.isPresent()) {
      unit.cells()
          .post(
              LockPlan.of(net.stream().filter(change -> change.promised() < 0).toList()),
              ref + ":back");
    }
    return missing;
  }

  private static void post(UnitOfWork unit, List<Hold> holds, Kind kind, String ref) {
    unit.cells()
        .post(
            LockPlan.of(holds.stream()
                .flatMap(hold -> backToCells(hold, kind, ref).stream())
                .toList()),
            ref);
  }

  private static List<CellChange> backToCells(Hold hold, Kind kind, String ref) {
    return hold.lines().stream()
        .map(line ->
            CellChange.promised(line.cell(), kind, -line.postedHeld(), -line.postedConsumed(), ref))
        .toList();
  }

  private static Hold settled(Hold hold) {
    return new Hold(
        hold.id(),
        hold.owner(),
        hold.buyer(),
        hold.state(),
        hold.expiresAt(),
        hold.version(),
        hold.createdAt(),
        hold.digest(),
        hold.lines().stream().map(line -> line.settled(hold.state())).toList());
  }
}
