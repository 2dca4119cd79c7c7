package dev.akinai.core.stock;

import dev.akinai.base.CallContext;
import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Outcome;
import dev.akinai.base.Refusal;
import dev.akinai.base.ShopId;
import dev.akinai.catalog.CatalogItem;
import dev.akinai.catalog.SkuId;
import dev.akinai.core.base.Commands;
import dev.akinai.core.base.RefusedInside;
import dev.akinai.core.catalog.CatalogReader;
import dev.akinai.core.quota.HoldKeeper;
import dev.akinai.location.LocationId;
import dev.akinai.member.MemberId;
import dev.akinai.quota.Cell;
import dev.akinai.quota.CellChange;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.Demand;
import dev.akinai.quota.Hold;
import dev.akinai.quota.HoldId;
import dev.akinai.quota.HoldState;
import dev.akinai.quota.LockPlan;
import dev.akinai.spi.UnitOfWork;
import dev.akinai.stock.Held;
import dev.akinai.stock.HoldRefusal;
import dev.akinai.stock.HoldRequest;
import dev.akinai.stock.Movement;
import dev.akinai.stock.Stock;
import dev.akinai.stock.StockLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The stock of a shop with one place, on a storage. Thread-safe. */
public final class StockService implements Stock {

  private static final int MAX_LOOK = 2_000;

  private final Commands commands;
  private final HoldKeeper holds;

  /** A stock whose commands run on a storage. */
  public StockService(Commands commands, HoldKeeper holds) {
    this.commands = commands;
    this.holds = holds;
  }

  @Override
  public Outcome<Movement> move(Movement movement, CallContext call) {
    var command = new Commands.Command("stock.move", call, List.of(movement), movement.ref());
    return commands.run(
        command,
        unit -> {
          book(unit, movement, commands.door().newId());
          return movement;
        },
        (unit, ref) -> movement);
  }

  /** Books a movement in a unit; {@code entryId} is new in the shop. */
  public static void book(UnitOfWork unit, Movement movement, String entryId) {
    CellChange.Kind kind = switch (movement.kind()) {
      case RECEIPT -> CellChange.Kind.RECEIPT;
      case RETURN -> CellChange.Kind.RETURN;
      case LOSS -> CellChange.Kind.DAMAGE;
    };
    long sign = movement.kind() == Movement.Kind.LOSS ? -1 : 1;
    List<CellChange> changes = movement.goods().stream()
        .map(line -> CellChange.limit(
            StockCells.at(movement.location(), line.sku()),
            kind,
            sign * line.quantity(),
            movement.ref()))
        .toList();
    LockPlan plan = LockPlan.of(changes);
    if (sign < 0) {
      requireThere(unit, plan);
    }
    unit.cells().post(plan, "move:" + entryId);
  }

  @Override
  public Outcome<Held> hold(HoldRequest request, CallContext call) {
    if (request.goods().isEmpty() && request.cells().isEmpty()) {
      throw new InvalidInputException(
          "The hold must name at least one thing. Maybe the cart is empty.");
    }
    var id = new HoldId(commands.door().newId());
    var command = new Commands.Command("stock.hold", call, List.of(request), id.value());
    return commands.run(
        command, unit -> open(unit, id, request), (unit, known) -> held(unit, new HoldId(known)));
  }

  @Override
  public Outcome<Hold> confirm(HoldId hold, CallContext call) {
    return end("stock.confirm", hold, HoldState.CONFIRMED, call);
  }

  @Override
  public Outcome<Hold> release(HoldId hold, CallContext call) {
    return end("stock.release", hold, HoldState.RELEASED, call);
  }

  @Override
  public Outcome<Held> extend(HoldId hold, Duration ttl, CallContext call) {
    if (ttl.compareTo(Duration.ofSeconds(1)) < 0 || ttl.compareTo(HoldRequest.MAX_TTL) > 0) {
      throw new InvalidInputException(
          "The time (" + ttl + ") must be 1 second to 7 days. Maybe extend again later.");
    }
    var command = new Commands.Command("stock.extend", call, List.of(hold, ttl), hold.value());
    return commands.run(command, unit -> extend(unit, hold, ttl), (unit, id) -> held(unit, hold));
  }

  @Override
  public Optional<Hold> find(ShopId shop, HoldId hold) {
    return commands.inUnit(shop, unit -> unit.holds().find(hold));
  }

  @Override
  public Map<SkuId, Cell> look(ShopId shop, Collection<SkuId> skus) {
    if (skus.size() > MAX_LOOK) {
      throw new InputTooLargeException("SKUs", MAX_LOOK, skus.size());
    }
    Map<CellKey, SkuId> keys = new HashMap<>();
    skus.forEach(sku -> keys.put(StockCells.at(LocationId.MAIN, sku), sku));
    Map<SkuId, Cell> found = new HashMap<>();
    keys.forEach((key, sku) -> found.put(sku, Cell.empty(key)));
    commands
        .inUnit(shop, unit -> unit.cells().read(keys.keySet()))
        .forEach(cell -> found.put(keys.get(cell.key()), cell));
    return found;
  }

  private Held open(UnitOfWork unit, HoldId id, HoldRequest request) {
    List<Demand> demands = demands(unit, request);
    HoldKeeper.Opened opened = holds.open(
        unit,
        new HoldKeeper.Opening(
            id,
            request.owner(),
            request.buyer().map(MemberId::value),
            request.ttl(),
            request.digest(),
            demands));
    RefusedInside.ifAny(StockCells.reasons(opened.missing()));
    return new Held(id, opened.until());
  }

  private static List<Demand> demands(UnitOfWork unit, HoldRequest request) {
    Set<SkuId> named = request.goods().stream().map(StockLine::sku).collect(Collectors.toSet());
    Map<SkuId, CatalogItem> items = CatalogReader.items(unit, named);
    RefusedInside.ifAny(named.stream()
        .filter(sku -> !items.containsKey(sku) || !items.get(sku).sku().active())
        .sorted(java.util.Comparator.comparing(SkuId::value))
        .<Refusal>map(HoldRefusal.NotSold::new)
        .toList());
    var demands = new ArrayList<Demand>();
    for (StockLine line : request.goods()) {
      if (Optional.ofNullable(items.get(line.sku())).orElseThrow().sku().tracked()) {
        demands.add(Demand.of(StockCells.at(LocationId.MAIN, line.sku()), line.quantity()));
      }
    }
    demands.addAll(request.cells());
    return demands;
  }

  private Outcome<Hold> end(String kind, HoldId id, HoldState to, CallContext call) {
    var command = new Commands.Command(kind, call, List.of(id), id.value());
    return commands.run(
        command,
        unit -> end(unit, id, to),
        (unit, known) -> unit.holds().find(id).orElseThrow());
  }

  private Hold end(UnitOfWork unit, HoldId id, HoldState to) {
    Hold hold = locked(unit, id);
    // a joined release leaves hot counters to settlement: they would stay locked until the host
    // commits
    boolean atOnce = to == HoldState.RELEASED && !commands.isJoined();
    boolean ended = hold.state() == HoldState.HELD
        && (atOnce ? holds.releaseNow(unit, hold) : holds.end(unit, hold, to, false));
    if (!ended) {
      throw RefusedInside.because(
          new HoldRefusal.HoldEnded(id, unit.holds().find(id).orElseThrow().state()));
    }
    return unit.holds().find(id).orElseThrow();
  }

  private Held extend(UnitOfWork unit, HoldId id, Duration ttl) {
    Hold before = locked(unit, id);
    Instant until = unit.holds()
        .extend(id, ttl)
        .orElseThrow(() -> RefusedInside.because(new HoldRefusal.HoldEnded(id, before.state())));
    Hold after = unit.holds().find(id).orElseThrow();
    if (after.version() > before.version()) {
      holds.tell(unit, after, "HoldExtended");
    }
    return new Held(id, until);
  }

  private static Hold locked(UnitOfWork unit, HoldId id) {
    return unit.holds()
        .lock(id)
        .orElseThrow(() -> RefusedInside.because(new Refusal.Unknown("hold", id.value())));
  }

  private static Held held(UnitOfWork unit, HoldId id) {
    return unit.holds().find(id).map(hold -> new Held(id, hold.expiresAt())).orElseThrow();
  }

  /** A loss is never refused, but more than was ever there cannot be lost. */
  private static void requireThere(UnitOfWork unit, LockPlan plan) {
    Map<CellKey, Cell> known =
        unit.cells().read(plan.changes().stream().map(CellChange::cell).toList()).stream()
            .collect(Collectors.toMap(Cell::key, c -> c));
    for (CellChange change : plan.changes()) {
      long limit = known.getOrDefault(change.cell(), Cell.empty(change.cell())).limit();
      if (limit + change.limit() < 0) {
        throw RefusedInside.because(
            new HoldRefusal.OutOfStock(new SkuId(change.cell().item()), -change.limit(), limit));
      }
    }
  }
}
