package dev.akinai.testkit.spi;

import static dev.akinai.testkit.spi.Bench.OTHER_SHOP;
import static dev.akinai.testkit.spi.Bench.SHOP;
import static dev.akinai.testkit.spi.HoldSteps.QUARTER_HOUR;
import static dev.akinai.testkit.spi.HoldSteps.draft;
import static dev.akinai.testkit.spi.HoldSteps.line;
import static dev.akinai.testkit.spi.LedgerSteps.ANN;
import static dev.akinai.testkit.spi.LedgerSteps.POINTS;
import static dev.akinai.testkit.spi.Samples.NOON;
import static dev.akinai.testkit.spi.Samples.TEA;
import static dev.akinai.testkit.spi.Samples.cell;
import static dev.akinai.testkit.spi.Samples.claim;
import static dev.akinai.testkit.spi.Samples.fact;
import static dev.akinai.testkit.spi.Samples.message;
import static dev.akinai.testkit.spi.Samples.order;
import static dev.akinai.testkit.spi.Samples.receipt;
import static dev.akinai.testkit.spi.Samples.taking;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.akinai.base.Page;
import dev.akinai.base.ShopId;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.ProductId;
import dev.akinai.catalog.Sku;
import dev.akinai.catalog.SkuId;
import dev.akinai.event.EventEnvelope;
import dev.akinai.ledger.Posting;
import dev.akinai.money.Money;
import dev.akinai.order.ExternalRef;
import dev.akinai.order.OrderId;
import dev.akinai.price.PriceEntry;
import dev.akinai.quota.HoldId;
import dev.akinai.quota.HoldState;
import dev.akinai.spi.Holds;
import dev.akinai.spi.Operations.Answer.Status;
import dev.akinai.spi.Outbox;
import dev.akinai.spi.Storage;
import dev.akinai.spi.UnitOfWork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R-STO-45: two shops with equal ids are two worlds. */
interface ShopsContract extends ContractPart {

  private <T> T in(ShopId shop, Function<UnitOfWork, T> work) {
    return bench().storage().inTransaction(shop, work);
  }

  @Test
  @DisplayName("R-STO-45 a unit knows its shop")
  default void knowsItsShop() {
    assertEquals(SHOP, in(SHOP, UnitOfWork::shop));
    assertEquals(OTHER_SHOP, in(OTHER_SHOP, UnitOfWork::shop));
  }

  @Test
  @DisplayName("R-STO-45 shops do not see or count each other's rows, whatever the ids")
  default void seesNothingOfAnotherShop() {
    for (ShopId shop : List.of(SHOP, OTHER_SHOP)) {
      in(shop, unit -> {
        seesNothing(unit);
        writeEverything(unit);
        return true;
      });
    }
    for (ShopId shop : List.of(SHOP, OTHER_SHOP)) {
      assertEquals(10, this.<Long>in(shop, unit -> cell(unit, TEA).limit()));
      assertEquals(1, in(shop, unit -> unit.streams().read(order("o-1"), 0)).size());
      assertEquals(
          7, this.<Long>in(shop, unit -> unit.ledger().find(ANN).orElseThrow().available()));
    }
  }

  private static void seesNothing(UnitOfWork unit) {
    assertEquals(Status.NEW, unit.operations().claim(claim("k", "c", "r")).status());
    assertEquals(List.of(), unit.cells().read(List.of(TEA)));
    assertEquals(Optional.empty(), unit.holds().find(new HoldId("h-1")));
    assertEquals(Optional.empty(), unit.holds().lockOpenOf("cart-1"));
    assertEquals(Optional.empty(), unit.ledger().find(ANN));
    assertEquals(List.of(), unit.ledger().entries(POINTS, "earn:lot-1"));
    assertEquals(List.of(), unit.streams().read(order("o-1"), 0));
    assertTrue(unit.inbox().claim("mailer", "m-1"));
    assertEquals(Optional.empty(), unit.orders().find(new ExternalRef("web", "7")));
    assertEquals(Map.of(), unit.catalog().products(List.of(new ProductId("tea"))));
    assertEquals(Optional.empty(), unit.prices().list(PricesContract.REGULAR.id()));
    List<SkuId> skus = List.of(new SkuId("tea-s"));
    assertEquals(Map.of(), unit.prices().prices(PricesContract.CNY, skus));
    assertEquals(List.of(), unit.prices().log(PricesContract.CNY, skus.get(0)).prices());
    assertEquals(List.of(), unit.prices().log(PricesContract.CNY, skus.get(0)).lists());
    assertEquals(List.of(), unit.offers().newest(9));
    Page.Request first = Page.Request.first(10);
    assertEquals(List.of(), unit.audit().cells(first).items());
    assertEquals(List.of(), unit.audit().holds(first).items());
    assertEquals(List.of(), unit.audit().accounts(first).items());
    assertEquals(List.of(), unit.audit().streams(first).items());
    assertEquals(List.of(), unit.catalog().list(first).items());
  }

  private static void writeEverything(UnitOfWork unit) {
    unit.cells().post(receipt(TEA, 10), "shops");
    HoldSteps.open(unit, "h-1", Optional.of("cart-1"), TEA, 2);
    assertEquals(
        Posting.Result.POSTED,
        LedgerSteps.post(unit, LedgerSteps.earn("lot-1", 7, LedgerSteps.NEXT_YEAR), "shops"));
    assertTrue(unit.streams().append(order("o-1"), 0, List.of(fact(1))));
    unit.outbox().add(List.of(message(unit.shop(), order("o-1"), 1)));
    assertEquals(
        new OrderId("o-1"), unit.orders().claim(new ExternalRef("web", "7"), new OrderId("o-1")));
    Product tea = Product.of("tea", "Tea", Sku.of("tea-s", "50 g"));
    assertEquals(List.of(1L), unit.catalog().put(List.of(tea)));
    unit.prices().put(PricesContract.REGULAR, NOON);
    var price = new PriceEntry(new SkuId("tea-s"), Money.of(PricesContract.CNY, 100));
    assertEquals(1, unit.prices().set(PricesContract.REGULAR.id(), List.of(price), NOON));
    assertTrue(unit.offers().publish(ReadsContract.ruleset(1), List.of(), List.of()));
  }

  @Test
  @DisplayName("R-STO-45 shops do not settle, expire or resolve each other's holds")
  default void leavesOtherHoldsAlone() {
    for (ShopId shop : List.of(SHOP, OTHER_SHOP)) {
      in(
          shop,
          unit -> unit.holds()
              .open(draft("h-1", Optional.of("cart-1"), QUARTER_HOUR, line(1, TEA, 1))));
      in(
          shop,
          unit -> unit.holds()
              .open(draft("h-2", Optional.of("cart-2"), QUARTER_HOUR, line(1, TEA, 1))));
    }
    assertTrue(this.<Boolean>in(
        SHOP, unit -> unit.holds().resolve(new HoldId("h-1"), HoldState.CONFIRMED, false)));
    bench().advance(Duration.ofHours(1));

    assertEquals(1, in(SHOP, unit -> unit.holds().lockDue(Holds.Due.SETTLE, 10)).size());
    assertEquals(1, in(SHOP, unit -> unit.holds().lockDue(Holds.Due.EXPIRE, 10)).size());
    assertEquals(
        0, in(OTHER_SHOP, unit -> unit.holds().lockDue(Holds.Due.SETTLE, 10)).size());
    assertEquals(
        2, in(OTHER_SHOP, unit -> unit.holds().lockDue(Holds.Due.EXPIRE, 10)).size());
    assertEquals(
        HoldState.HELD,
        in(
            OTHER_SHOP,
            unit -> unit.holds().find(new HoldId("h-1")).orElseThrow().state()));
  }

  @Test
  @DisplayName("R-STO-45 a unit does not make units of another shop wait, nor take their units")
  default void locksOnlyItsOwnShop() throws Exception {
    in(OTHER_SHOP, unit -> {
      unit.cells().post(receipt(TEA, 10), "other");
      return true;
    });

    boolean taken = in(SHOP, unit -> {
      unit.cells().post(receipt(TEA, 1), "mine");
      return Crowd.resultUnchecked(Crowd.aside(() -> in(
          OTHER_SHOP, other -> other.cells().take(taking(TEA, 10), "other-take").isEmpty())));
    });

    assertTrue(taken);
    assertEquals(0, this.<Long>in(SHOP, unit -> cell(unit, TEA).held()));
    assertEquals(10, this.<Long>in(OTHER_SHOP, unit -> cell(unit, TEA).held()));
  }

  @Test
  @DisplayName("R-STO-45 events of two shops with equal ids are delivered apart")
  default void deliversApart() {
    for (ShopId shop : List.of(SHOP, OTHER_SHOP)) {
      bench().runIn(shop, unit -> unit.outbox().add(List.of(message(shop, order("o-1"), 1))));
    }

    Outbox.Lease mine =
        in(SHOP, unit -> unit.outbox().lease("relay", OutboxContract.LEASE)).orElseThrow();
    List<EventEnvelope> read = in(SHOP, unit -> unit.outbox().pending(mine, 10));
    assertEquals(List.of(message(SHOP, order("o-1"), 1)), read);
    assertTrue(this.<Boolean>in(SHOP, unit -> unit.outbox().acknowledge(mine, read)));

    Outbox.Lease other = in(OTHER_SHOP, unit -> unit.outbox().lease("relay", OutboxContract.LEASE))
        .orElseThrow();
    assertEquals(
        List.of(message(OTHER_SHOP, order("o-1"), 1)),
        in(OTHER_SHOP, unit -> unit.outbox().pending(other, 10)));
  }

  @Test
  @DisplayName("R-STO-45 the one read that crosses shops names those with work, and no others")
  default void namesShopsWithWork() {
    bench().runIn(SHOP, unit -> unit.outbox().add(List.of(message(order("o-1"), 1))));
    assertTrue(in(
            OTHER_SHOP,
            unit ->
                unit.holds().open(draft("h-1", Optional.empty(), QUARTER_HOUR, line(1, TEA, 1))))
        .isAfter(in(OTHER_SHOP, UnitOfWork::now)));
    bench().advance(Duration.ofHours(1));

    Storage storage = bench().storage();
    assertEquals(List.of(SHOP), storage.shopsWithWork(Storage.Work.EVENTS, NOON, 10));
    assertEquals(List.of(OTHER_SHOP), storage.shopsWithWork(Storage.Work.HOLDS, NOON, 10));
    assertFalse(storage.shopsWithWork(Storage.Work.LOTS, NOON, 10).contains(SHOP));
    assertEquals(List.of(), storage.shopsWithWork(Storage.Work.PAYMENTS, NOON, 10));
  }
}
