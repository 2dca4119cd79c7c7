package dev.akinai.core.engine;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.ShopId;
import dev.akinai.core.base.Commands;
import dev.akinai.core.payment.PaymentService;
import dev.akinai.core.points.PointsService;
import dev.akinai.core.quota.HoldKeeper;
import dev.akinai.engine.Maintenance;
import dev.akinai.spi.Storage.Work;
import dev.akinai.spi.UnitOfWork;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;

/** Does what is due, shop by shop, in units of bounded size. Thread-safe; any number may run. */
final class Caretaker implements Maintenance {

  private static final int MAX_SHOPS = 1_000;
  private static final int MAX_LIMIT = 10_000;
  private static final int UNIT_SIZE = 500;
  private static final Duration KEYS_KEPT = Duration.ofDays(7);

  private final Commands commands;
  private final HoldKeeper holds;
  private final PointsService points;
  private final PaymentService payments;
  private final Relay relay;

  Caretaker(
      Commands commands,
      HoldKeeper holds,
      PointsService points,
      PaymentService payments,
      Relay relay) {
    this.commands = commands;
    this.holds = holds;
    this.points = points;
    this.payments = payments;
    this.relay = relay;
  }

  @Override
  public Report runOnce(int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new InvalidInputException(
          "The limit (" + limit + ") must be 1 to " + MAX_LIMIT + ". Maybe run several rounds.");
    }
    if (commands.isJoined()) {
      throw new IllegalStateException(
          "Maintenance must run in units of its own. Maybe use the engine's own handle.");
    }
    return new Report(
        forShops(
            Work.HOLDS,
            shop -> inUnits(
                shop,
                limit,
                (unit, size) -> holds.expireDue(unit, size, commands.door().newId()))),
        forShops(
            Work.HOLDS,
            shop -> inUnits(
                shop,
                limit,
                (unit, size) -> holds.settleDue(unit, size, commands.door().newId()))),
        forShops(Work.LOTS, shop -> points.expireDue(shop, limit)),
        forShops(Work.PAYMENTS, shop -> payments.recover(shop, limit)),
        forShops(Work.EVENTS, shop -> deliver(shop, limit)));
  }

  private int forShops(Work work, ToIntFunction<ShopId> task) {
    List<ShopId> shops = commands.storage().shopsWithWork(work, commands.door().now(), MAX_SHOPS);
    return shops.stream().mapToInt(task).sum();
  }

  /** A shop with events had commands; their keys are forgotten here, a week after their success. */
  private int deliver(ShopId shop, int limit) {
    int delivered = relay.deliver(shop, limit);
    commands.inUnit(shop, unit -> unit.operations().purge(unit.now().minus(KEYS_KEPT), limit));
    return delivered;
  }

  private interface Batch {
    int run(UnitOfWork unit, int size);
  }

  private int inUnits(ShopId shop, int limit, Batch batch) {
    int done = 0;
    int last = 1;
    while (done < limit && last > 0) {
      int size = Math.min(UNIT_SIZE, limit - done);
      last = commands.inUnit(shop, unit -> batch.run(unit, size));
      done += last;
    }
    return done;
  }
}
