package dev.akinai.testkit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.akinai.base.Api;
import dev.akinai.base.CallContext;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Outcome;
import dev.akinai.base.Page;
import dev.akinai.base.Refusal;
import dev.akinai.catalog.SkuId;
import dev.akinai.core.Akinai;
import dev.akinai.engine.AuditReport;
import dev.akinai.engine.Commerce;
import dev.akinai.event.EventEnvelope;
import dev.akinai.member.MemberId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.money.Ratio;
import dev.akinai.order.ExternalRef;
import dev.akinai.order.Headline;
import dev.akinai.order.Milestone;
import dev.akinai.order.Order;
import dev.akinai.order.OrderRefusal;
import dev.akinai.order.PieceUnits;
import dev.akinai.order.PlaceOrder;
import dev.akinai.order.Refund;
import dev.akinai.order.ReturnUnits;
import dev.akinai.payment.CapturePayment;
import dev.akinai.payment.Payment;
import dev.akinai.payment.PaymentRefusal;
import dev.akinai.points.EarningRule;
import dev.akinai.points.SpendPoints;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceListId;
import dev.akinai.price.PricePoint;
import dev.akinai.price.PriceRefusal;
import dev.akinai.price.PriceView;
import dev.akinai.price.PriceWindow;
import dev.akinai.price.Prices;
import dev.akinai.price.ReferencePolicy;
import dev.akinai.price.ReferencePrice;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.Charge;
import dev.akinai.pricing.PricingRefusal;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.pricing.Verdict;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.Ruleset;
import dev.akinai.quota.HoldState;
import dev.akinai.spi.Storage;
import dev.akinai.stock.Held;
import dev.akinai.stock.HoldRefusal;
import dev.akinai.stock.HoldRequest;
import dev.akinai.stock.Movement;
import dev.akinai.stock.StockLine;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The whole engine on a storage, from the first price to the last returned unit: extend it to see that your plug-in carries a shop.
 *
 * <p>Every scenario ends with an audit that must be clean. JUnit runs one scenario after the other.
 */
@Api(Api.Use.IMPLEMENT)
@Timeout(120)
public abstract class EngineScenarios {

  private static final SkuId SENCHA = TestShop.SENCHA;
  private static final SkuId OOLONG = TestShop.OOLONG;

  private final HandSetClock clock = HandSetClock.at("2026-11-01T10:00:00Z");
  private final MisbehavingPayments provider = new MisbehavingPayments(clock);
  private final List<EventEnvelope> heard = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Integer> refusing = new ConcurrentHashMap<>();
  private TestShop shop = unopened();

  @SuppressWarnings({"NullAway", "DataFlowIssue"}) // set before each scenario
  private static TestShop unopened() {
    return null;
  }

  /**
   * Opens the storage under test with empty tables.
   *
   * @param clock business time, for a storage that has no clock of its own
   * @return the storage; closed after the scenario
   * @throws Exception if it cannot be opened; the scenario fails
   */
  protected abstract Storage openStorage(HandSetClock clock) throws Exception;

  /**
   * Moves the clock by which the storage sets and compares deadlines.
   *
   * @param by how far forward
   */
  protected abstract void advanceStorageClock(Duration by);

  @BeforeEach
  final void openTheShop() throws Exception {
    Commerce engine = Akinai.builder()
        .storage(openStorage(clock))
        .clock(clock)
        .payments(TestShop.PROVIDER, provider)
        .earning(new EarningRule(Ratio.of(1, 100), Optional.of(Duration.ofDays(365))))
        .listener("ear", this::hear)
        .build();
    shop = TestShop.open(engine);
  }

  @AfterEach
  final void auditAndClose() {
    try (Commerce engine = shop.engine()) {
      AuditReport report = engine.audit().run(TestShop.SHOP);
      assertEquals(List.of(), report.violations());
      assertTrue(
          report.checked().getOrDefault("I2", 0L) > 0, "the audit must have looked at cells");
    }
  }

  private void hear(EventEnvelope event) throws Exception {
    if (refusing.merge(event.type(), -1, Integer::sum) >= 0) {
      throw new IllegalStateException("not now");
    }
    refusing.remove(event.type());
    heard.add(event);
  }

  private static Cart threeTeas() {
    return Cart.in(TestShop.CNY)
        .add("S100", 3)
        .add("O50", 1)
        .withCode(" welcome ")
        .forBuyer("mia");
  }

  @Test
  void sellsAndTakesOneBack() {
    Quote quote = shop.quote(threeTeas());
    Order placed = shop.place(quote).orThrow();
    assertEquals(
        102, shop.engine().points().balance(TestShop.SHOP, MemberId.of("mia")).pending());
    Order completed = shop.complete(placed);
    Refund refund = takeBack(completed, 1, 1);

    assertEquals(TestShop.fen(10_299), quote.payable());
    assertEquals(Headline.COMPLETED, completed.headline());
    assertEquals(
        List.of(
            Milestone.PLACED,
            Milestone.PAID,
            Milestone.RELEASED,
            Milestone.SHIPPED,
            Milestone.DELIVERED,
            Milestone.COMPLETED),
        completed.milestones().keySet().stream().sorted().toList());
    assertEquals(TestShop.fen(2_860), refund.amount());
    assertEquals(102 - refund.points(), shop.balance("mia"));
    assertEquals(8, shop.free(SENCHA));
    Payment payment = shop.engine()
        .payments()
        .find(TestShop.SHOP, placed.payment().orElseThrow())
        .orElseThrow();
    assertEquals(refund.amount(), payment.refunded());
  }

  @Test
  void explainsEveryOffer() {
    Quote without = shop.quote(Cart.in(TestShop.CNY).add("O50", 1).withCode("nonsense"));

    assertEquals(
        List.of("autumn APPLIED", "nonsense NO_SUCH_CODE"),
        without.verdicts().stream()
            .map(verdict -> verdict.subject() + " " + verdict.code())
            .toList());
    Quote belowThreshold =
        shop.quote(Cart.in(TestShop.CNY).add("O50", 1).withCode("welcome").forBuyer("mia"));
    assertEquals(
        new Verdict("welcome", Verdict.Code.THRESHOLD_NOT_MET, "need 5000, have 2000, LIST"),
        verdict(belowThreshold, "welcome"));
  }

  private static Verdict verdict(Quote quote, String subject) {
    return quote.verdicts().stream()
        .filter(each -> each.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void refusesToPlaceWhatAnOrderCannotCarry() {
    Cart cart = Cart.in(TestShop.CNY)
        .add("O50", 1)
        .with(Charge.shipping("ship", "post", Money.parse("CNY 5.00")));
    Quote quote = shop.quote(cart);
    var refused = shop.place(quote);

    assertEquals(new OrderRefusal.NotCarried(List.of("charges")), firstReason(refused));
  }

  @Test
  void aGiftIsReadWithTheCartThatMeetsItsOffer() {
    String offers = """
        [{"id":"gift","currency":"CNY","scope":{"sku":{"eq":"O50"}},"effect":{"gift":{"choices":["WRAP"],"worth":100}}}]
        """;
    shop.engine()
        .promotions()
        .publish(shop.engine().promotions().parse(offers), shop.call())
        .orThrow();
    Quote quote = shop.quote(Cart.in(TestShop.CNY).add("O50", 1));

    assertEquals(Verdict.Code.APPLIED, verdict(quote, "gift").code());
    assertEquals(new OrderRefusal.NotCarried(List.of("gifts")), firstReason(shop.place(quote)));
    Quote other = shop.quote(Cart.in(TestShop.CNY).add("S100", 1));
    assertTrue(other.verdicts().stream().noneMatch(each -> each.subject().equals("gift")));
  }

  @Test
  void oneKeyOneOrder() {
    Quote quote = shop.quote(threeTeas());
    PlaceOrder command =
        PlaceOrder.of(quote, shop.hold(quote).id()).paidBy(shop.pay(quote).id());
    CallContext call = shop.call();
    Order first = shop.engine().orders().place(command, call).orThrow();
    Outcome<Order> again = shop.engine().orders().place(command, call);
    Outcome<Order> other = shop.engine().orders().place(command.referredToAs("web", "77"), call);

    assertTrue(assertInstanceOf(Outcome.Done.class, again).replayed());
    assertEquals(first, again.orThrow());
    assertInstanceOf(Refusal.KeyReused.class, firstReason(other));
  }

  @Test
  void aRefusedPlacementLeavesNoTrace() {
    Quote quote = shop.quote(threeTeas());
    Held hold = shop.hold(quote);
    Payment paid = shop.pay(quote);
    var wrongTotal = new PlaceOrder(
        quote,
        hold.id(),
        Optional.of(paid.id()),
        TestShop.fen(1),
        Optional.of(new ExternalRef("web", "1")),
        PlaceOrder.QuoteCheck.HONOUR);
    Outcome<Order> refused = shop.engine().orders().place(wrongTotal, shop.call());

    assertEquals(new OrderRefusal.TotalOther(TestShop.fen(1), quote.total()), firstReason(refused));
    assertEquals(
        HoldState.HELD,
        shop.engine().stock().find(TestShop.SHOP, hold.id()).orElseThrow().state());
    assertEquals(
        Optional.empty(),
        shop.engine().payments().find(TestShop.SHOP, paid.id()).orElseThrow().usedBy());
    assertEquals(
        Optional.empty(), shop.engine().orders().find(TestShop.SHOP, new ExternalRef("web", "1")));
    assertEquals(
        List.of(),
        shop.engine().orders().list(TestShop.SHOP, Page.Request.first(10)).items());
  }

  @Test
  void placesOnlyWhatWasQuotedHeldAndPaid() {
    Quote quote = shop.quote(threeTeas());
    Quote other = shop.quote(Cart.in(TestShop.CNY).add("O50", 1).forBuyer("mia"));
    Held hold = shop.hold(quote);
    Payment paid = shop.pay(other);

    assertInstanceOf(OrderRefusal.HoldOther.class, firstReason(place(other, hold, paid)));
    assertEquals(
        new OrderRefusal.TenderOther(quote.total(), other.total()),
        firstReason(place(quote, hold, paid)));
    assertInstanceOf(
        OrderRefusal.TenderOther.class,
        firstReason(shop.engine().orders().place(PlaceOrder.of(quote, hold.id()), shop.call())));
    clock.advance(Duration.ofMinutes(31));
    assertInstanceOf(
        OrderRefusal.QuoteExpired.class, firstReason(place(quote, hold, shop.pay(quote))));
  }

  @Test
  void onePaymentPaysOneOrder() {
    Quote quote = shop.quote(Cart.in(TestShop.CNY).add("O50", 1).forBuyer("mia"));
    Payment paid = shop.pay(quote);
    Order first = place(quote, shop.hold(quote), paid).orThrow();
    Outcome<Order> second = place(quote, shop.hold(quote), paid);

    assertEquals(
        new OrderRefusal.TenderUsed(paid.id(), first.group().value()), firstReason(second));
  }

  @Test
  void anOutsideNumberBelongsToItsFirstOrder() {
    Quote quote = shop.quote(Cart.in(TestShop.CNY).add("O50", 1).forBuyer("mia"));
    PlaceOrder command = PlaceOrder.of(quote, shop.hold(quote).id())
        .paidBy(shop.pay(quote).id())
        .referredToAs("market", "A-1");
    Order first = shop.engine().orders().place(command, shop.call()).orThrow();
    PlaceOrder again = PlaceOrder.of(quote, shop.hold(quote).id())
        .paidBy(shop.pay(quote).id())
        .referredToAs("market", "A-1");

    assertEquals(
        first.id(), shop.engine().orders().place(again, shop.call()).orThrow().id());
    assertEquals(
        1,
        shop.engine()
            .orders()
            .list(TestShop.SHOP, Page.Request.first(10))
            .items()
            .size());
  }

  @Test
  void refusesWhatIsNotThere() {
    Outcome<Held> tooMany = shop.engine()
        .stock()
        .hold(
            HoldRequest.of(List.of(
                new StockLine(SENCHA, 6), new StockLine(OOLONG, 1), new StockLine(SENCHA, 5))),
            shop.call());
    Outcome<Held> unknown =
        shop.engine().stock().hold(HoldRequest.of(SkuId.of("nothing"), 1), shop.call());

    assertEquals(new HoldRefusal.OutOfStock(SENCHA, 11, 10), firstReason(tooMany));
    assertEquals(new HoldRefusal.NotSold(SkuId.of("nothing")), firstReason(unknown));
    assertEquals(10, shop.free(SENCHA));
    assertEquals(5, shop.free(OOLONG));
  }

  @Test
  void aCartsNewHoldReplacesItsOldOne() {
    shop.engine()
        .stock()
        .hold(HoldRequest.of(SENCHA, 8).ownedBy("cart-1"), shop.call())
        .orThrow();
    Held larger = shop.engine()
        .stock()
        .hold(HoldRequest.of(SENCHA, 10).ownedBy("cart-1"), shop.call())
        .orThrow();
    Outcome<Held> tooLarge =
        shop.engine().stock().hold(HoldRequest.of(SENCHA, 11).ownedBy("cart-1"), shop.call());

    assertEquals(new HoldRefusal.OutOfStock(SENCHA, 1, 0), firstReason(tooLarge));
    assertEquals(
        HoldState.HELD,
        shop.engine().stock().find(TestShop.SHOP, larger.id()).orElseThrow().state());
    assertEquals(0, shop.free(SENCHA));
    Held smaller = shop.engine()
        .stock()
        .hold(HoldRequest.of(SENCHA, 2).ownedBy("cart-1"), shop.call())
        .orThrow();
    assertEquals(8, shop.free(SENCHA));
    shop.engine().stock().release(smaller.id(), shop.call()).orThrow();
    settle();
    assertEquals(10, shop.free(SENCHA));
  }

  @Test
  void anOverdueHoldGoesBack() {
    Quote quote = shop.quote(threeTeas());
    Held hold = shop.hold(quote);
    Payment paid = shop.pay(quote);
    advanceStorageClock(Duration.ofMinutes(16));
    settle();

    assertEquals(10, shop.free(SENCHA));
    assertEquals(
        new HoldRefusal.HoldEnded(hold.id(), HoldState.EXPIRED),
        firstReason(place(quote, hold, paid)));
    assertInstanceOf(
        HoldRefusal.HoldEnded.class,
        firstReason(shop.engine().stock().release(hold.id(), shop.call())));
  }

  @Test
  void anExtendedHoldStays() {
    Held hold = shop.hold(shop.quote(threeTeas()));
    Held longer = shop.engine()
        .stock()
        .extend(hold.id(), Duration.ofHours(1), shop.call())
        .orThrow();
    Held notShorter = shop.engine()
        .stock()
        .extend(hold.id(), Duration.ofMinutes(1), shop.call())
        .orThrow();
    advanceStorageClock(Duration.ofMinutes(16));
    settle();

    assertTrue(longer.until().isAfter(hold.until()));
    assertEquals(longer.until(), notShorter.until());
    assertEquals(7, shop.free(SENCHA));
  }

  @Test
  void aCancelGivesEverythingBack() {
    Order order = shop.place(shop.quote(threeTeas())).orThrow();
    settle();
    Order cancelled =
        shop.engine().orders().cancel(order.id(), "changed-mind", shop.call()).orThrow();
    settle();

    assertEquals(Headline.CANCELLED, cancelled.headline());
    assertEquals(order.total(), cancelled.refunded());
    assertEquals(10, shop.free(SENCHA));
    assertEquals(
        0, shop.engine().points().balance(TestShop.SHOP, MemberId.of("mia")).pending());
    assertEquals(
        order.total(),
        shop.engine()
            .payments()
            .find(TestShop.SHOP, order.payment().orElseThrow())
            .orElseThrow()
            .refunded());
    assertTrue(
        shop.quote(threeTeas()).applied().stream()
            .anyMatch(each -> each.offer().value().equals("welcome")),
        "the code can be used again");
    assertInstanceOf(
        OrderRefusal.MoveNotAllowed.class,
        firstReason(shop.engine().orders().ship(order.id(), shop.call())));
  }

  @Test
  void whatWasSentIsNotCancelled() {
    Order order = shop.buy("mia", SENCHA, 3);
    Order part = shop.engine()
        .orders()
        .ship(order.id(), List.of(new PieceUnits(1, 1)), shop.call())
        .orThrow();
    Outcome<Order> cancel = shop.engine().orders().cancel(order.id(), "too-late", shop.call());
    Outcome<Order> tooMany =
        shop.engine().orders().ship(order.id(), List.of(new PieceUnits(1, 3)), shop.call());

    assertEquals(Headline.PART_SHIPPED, part.headline());
    assertEquals(
        new OrderRefusal.MoveNotAllowed(order.id(), "cancel", "PAID", List.of("nothingHandedOver")),
        firstReason(cancel));
    assertEquals(new OrderRefusal.NotEnoughUnits(order.id(), 1, 3, 2), firstReason(tooMany));
  }

  @Test
  void unitsReturnedOneByOneAddUpToTheLastFen() {
    Order order = shop.complete(shop.place(shop.quote(threeTeas())).orThrow());
    Money back = TestShop.fen(0);
    for (PieceUnits each : List.of(
        new PieceUnits(1, 1), new PieceUnits(2, 1), new PieceUnits(1, 1), new PieceUnits(1, 1))) {
      back = back.plus(takeBack(order, each.piece(), each.quantity()).amount());
    }
    Order returned = shop.engine().orders().find(TestShop.SHOP, order.id()).orElseThrow();

    assertEquals(order.total(), back);
    assertEquals(Headline.RETURNED, returned.headline());
    assertEquals(0, shop.balance("mia"));
    assertEquals(
        new OrderRefusal.NotEnoughUnits(order.id(), 1, 1, 0),
        firstReason(shop.engine()
            .orders()
            .returnUnits(
                new ReturnUnits(order.id(), List.of(new PieceUnits(1, 1)), "again", true),
                shop.call())));
  }

  @Test
  void spentPointsThatAreClawedBackBecomeADebt() {
    Order first = shop.complete(shop.buy("mia", SENCHA, 3));
    long earned = shop.balance("mia");
    shop.engine()
        .points()
        .spend(new SpendPoints(MemberId.of("mia"), earned, "a-mug"), shop.call())
        .orThrow();
    takeBack(first, 1, 3);
    long debt =
        shop.engine().points().balance(TestShop.SHOP, MemberId.of("mia")).debt();
    shop.complete(shop.buy("mia", OOLONG, 5));

    assertEquals(earned, debt);
    assertEquals(
        90 - debt,
        shop.balance("mia")
            - shop.engine().points().balance(TestShop.SHOP, MemberId.of("mia")).debt());
  }

  @Test
  void pointsExpire() {
    shop.complete(shop.buy("mia", OOLONG, 5));
    clock.advance(Duration.ofDays(365));

    assertEquals(0, shop.balance("mia"));
    assertEquals(1, shop.engine().maintenance().runOnce(100).pointsExpired());
    Page<dev.akinai.ledger.LedgerEntry> history =
        shop.engine().points().history(TestShop.SHOP, MemberId.of("mia"), Page.Request.first(10));
    assertEquals(
        List.of("EARN", "GRANT", "EXPIRE"),
        history.items().stream().map(dev.akinai.ledger.LedgerEntry::kind).toList());
  }

  @Test
  void aCodeIsUsedOnceByABuyerAndThreeTimesInAll() {
    for (String buyer : List.of("a", "b", "c")) {
      shop.place(shop.quote(
              Cart.in(TestShop.CNY).add("S100", 2).withCode("welcome").forBuyer(buyer)))
          .orThrow();
    }
    Quote again =
        shop.quote(Cart.in(TestShop.CNY).add("S100", 2).withCode("welcome").forBuyer("a"));
    Quote fourth =
        shop.quote(Cart.in(TestShop.CNY).add("S100", 2).withCode("welcome").forBuyer("d"));

    assertEquals(
        new Verdict("welcome", Verdict.Code.LIMIT_BUYER, "member"), verdict(again, "welcome"));
    assertEquals(Verdict.Code.LIMIT_TOTAL, verdict(fourth, "welcome").code());
  }

  @Test
  void aCodeThatIsTakenMeanwhileRefusesTheHold() {
    Quote first =
        shop.quote(Cart.in(TestShop.CNY).add("O50", 3).withCode("welcome").forBuyer("mia"));
    Quote second =
        shop.quote(Cart.in(TestShop.CNY).add("S100", 3).withCode("welcome").forBuyer("mia"));
    shop.hold(first);
    Outcome<Held> refused = shop.engine().stock().hold(second.holdRequest(), shop.call());

    assertEquals(new HoldRefusal.BuyerLimit("buyer:welcome", 1, 0), firstReason(refused));
    assertEquals(10, shop.free(SENCHA));
  }

  @Test
  void manyBuyersNeverGetMoreThanThereIs() throws Exception {
    List<Callable<Boolean>> buyers = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      CallContext call = shop.call();
      buyers.add(
          () -> shop.engine().stock().hold(HoldRequest.of(SENCHA, 1), call).isDone());
    }

    assertEquals(10, atOnce(buyers).stream().filter(got -> got).count());
    assertEquals(0, shop.free(SENCHA));
  }

  @Test
  void anAuditOfABusyShopSeesNoFalseDifference() throws Exception {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (String buyer : List.of("mia", "tom", "zoe")) {
      tasks.add(() -> buysAndCancels(buyer));
    }
    tasks.add(() -> {
      List<AuditReport> reports = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        settle();
        reports.add(shop.engine().audit().run(TestShop.SHOP));
      }
      assertEquals(
          List.of(),
          reports.stream().flatMap(report -> report.violations().stream()).toList());
      return true;
    });

    assertEquals(List.of(true, true, true, true), atOnce(tasks));
    settle();
    assertEquals(10, shop.free(SENCHA));
  }

  private boolean buysAndCancels(String buyer) {
    for (int i = 0; i < 3; i++) {
      Order order = shop.buy(buyer, SENCHA, 1);
      shop.engine().orders().cancel(order.id(), "changed-mind", shop.call()).orThrow();
    }
    return true;
  }

  @Test
  void twoPlacementsOfOneHoldMakeOneOrder() throws Exception {
    Quote quote = shop.quote(threeTeas());
    Held hold = shop.hold(quote);
    Payment paid = shop.pay(quote);
    List<Callable<Boolean>> tries = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      CallContext call = shop.call();
      tries.add(() -> shop.engine()
          .orders()
          .place(PlaceOrder.of(quote, hold.id()).paidBy(paid.id()), call)
          .isDone());
    }

    assertEquals(1, atOnce(tries).stream().filter(done -> done).count());
    assertEquals(
        1,
        shop.engine()
            .orders()
            .list(TestShop.SHOP, Page.Request.first(10))
            .items()
            .size());
  }

  @Test
  void aProviderThatDoesNotAnswerIsEnquired() {
    Quote quote = shop.quote(Cart.in(TestShop.CNY).add("O50", 1).forBuyer("mia"));
    provider.loseNextAnswer();
    var capture = new CapturePayment(TestShop.PROVIDER, "token", quote.total());
    CallContext call = shop.call();
    Outcome<Payment> first = shop.engine().payments().capture(capture, call);
    assertEquals(1, shop.engine().maintenance().runOnce(100).payments());
    Payment known = shop.engine().payments().capture(capture, call).orThrow();

    assertInstanceOf(Outcome.AskAgain.class, first);
    assertEquals(Payment.State.CAPTURED, known.state());
    assertEquals(quote.total(), provider.captured());
  }

  @Test
  void aDeclinedPaymentIsRefused() {
    var capture = new CapturePayment(TestShop.PROVIDER, "decline", TestShop.fen(100));
    var unknown = new CapturePayment("nobody", "token", TestShop.fen(100));

    assertInstanceOf(
        PaymentRefusal.Declined.class,
        firstReason(shop.engine().payments().capture(capture, shop.call())));
    assertInstanceOf(
        PaymentRefusal.UnknownProvider.class,
        firstReason(shop.engine().payments().capture(unknown, shop.call())));
  }

  @Test
  void aRefundThatFailsStaysOwedUntilItIsDone() {
    Order order = shop.complete(shop.buy("mia", OOLONG, 2));
    provider.loseNextAnswer();
    provider.loseNextAnswer();
    takeBack(order, 1, 1);
    Payment owed = shop.engine()
        .payments()
        .find(TestShop.SHOP, order.payment().orElseThrow())
        .orElseThrow();
    assertFalse(owed.refunded().equals(owed.refundPlanned()));
    for (int rounds = 0; rounds < 3; rounds++) {
      shop.engine().maintenance().runOnce(100);
    }
    Payment paidBack = shop.engine()
        .payments()
        .find(TestShop.SHOP, order.payment().orElseThrow())
        .orElseThrow();

    assertEquals(TestShop.fen(1_800), paidBack.refunded());
    assertEquals(TestShop.fen(1_800), provider.refunded());
  }

  @Test
  void eventsComeInOrderAndAgainUntilTheyAreTaken() {
    Order order = shop.complete(shop.buy("mia", OOLONG, 1));
    refusing.put("UnitsShipped", 2);
    settle();
    settle();
    settle();
    List<EventEnvelope> ofOrder = heard.stream()
        .filter(event -> event.stream().id().equals(order.id().value()))
        .toList();

    assertEquals(order.version(), ofOrder.size());
    for (int i = 0; i < ofOrder.size(); i++) {
      assertEquals(i + 1L, ofOrder.get(i).sequence());
    }
    assertEquals(0, shop.engine().maintenance().runOnce(1_000).published());
  }

  @Test
  void aMessageThatComesTwiceHasOneEffect() {
    shop.buy("mia", OOLONG, 1);
    settle();
    EventEnvelope first = heard.stream()
        .filter(event -> event.stream().type().equals("order"))
        .findFirst()
        .orElseThrow();
    EventEnvelope third = heard.stream()
        .filter(event -> event.stream().equals(first.stream()) && event.sequence() == 3)
        .findFirst()
        .orElseThrow();

    assertTrue(shop.engine().events().firstTime(TestShop.SHOP, "mail", "notice-1"));
    assertFalse(shop.engine().events().firstTime(TestShop.SHOP, "mail", "notice-1"));
    assertTrue(shop.engine().events().next(first, "report"));
    assertFalse(shop.engine().events().next(first, "report"));
    assertThrows(IllegalStateException.class, () -> shop.engine().events().next(third, "report"));
  }

  @Test
  void aKeyIsForgottenAfterAWeek() {
    CallContext call = shop.call();
    shop.engine()
        .stock()
        .hold(HoldRequest.of(SENCHA, 1).expiresIn(Duration.ofDays(1)), call)
        .orThrow();
    settle();
    Outcome<Held> soon = shop.engine().stock().hold(HoldRequest.of(SENCHA, 2), call);
    advanceStorageClock(Duration.ofDays(8));
    shop.hold(shop.quote(threeTeas()));
    settle();

    assertInstanceOf(Refusal.KeyReused.class, firstReason(soon));
    assertTrue(shop.engine().stock().hold(HoldRequest.of(SENCHA, 2), call).isDone());
  }

  @Test
  void badInputIsNamedAndWritesNothing() {
    Cart unknownSku = Cart.in(TestShop.CNY).add("nothing", 1);
    Cart huge = Cart.in(TestShop.CNY)
        .add("S100", 1_000_000_000)
        .addAt("O50", 1_000_000_000, TestShop.fen(1_000_000_000_000L));

    assertEquals(
        new PricingRefusal.NotSold("1", SkuId.of("nothing")),
        firstReason(shop.engine().pricing().quote(unknownSku, shop.call())));
    assertEquals(
        new PricingRefusal.TooMuch("2"),
        firstReason(shop.engine().pricing().quote(huge, shop.call())));
    assertThrows(InvalidInputException.class, () -> Cart.in(TestShop.CNY).add("S100", -1));
    assertThrows(InvalidInputException.class, () -> new StockLine(SENCHA, 0));
    assertThrows(InvalidInputException.class, () -> SkuId.of("a b"));
    assertThrows(InvalidInputException.class, () -> shop.call().withKey("line\nbreak"));
    assertInstanceOf(
        HoldRefusal.OutOfStock.class,
        firstReason(shop.engine()
            .stock()
            .move(
                new Movement(
                    Movement.Kind.LOSS,
                    dev.akinai.location.LocationId.MAIN,
                    List.of(new StockLine(SENCHA, 11)),
                    "flood"),
                shop.call())));
  }

  @Test
  void anOrderOfServicesNeedsNoUnits() {
    Quote quote = shop.quote(Cart.in(TestShop.CNY).add("WRAP", 1).forBuyer("mia"));
    Held hold = shop.hold(quote);
    Order order = shop.engine()
        .orders()
        .place(PlaceOrder.of(quote, hold.id()), shop.call())
        .orThrow();

    assertEquals(Headline.COMPLETED, shop.complete(order).headline());
    assertEquals(Optional.empty(), order.payment());
  }

  /** Case 45: a rule is edited between quote and placing. */
  @Test
  void honoursAQuoteWhoseRulesChangedUnlessTheShopIsStrict() {
    Quote quote = shop.quote(threeTeas());
    PlaceOrder order =
        PlaceOrder.of(quote, shop.hold(quote).id()).paidBy(shop.pay(quote).id());
    Ruleset now = shop.engine()
        .promotions()
        .retire(List.of(new OfferId("autumn")), shop.call())
        .orThrow();
    Outcome<Order> strict = shop.engine().orders().place(order.strictly(), shop.call());

    assertEquals(
        new OrderRefusal.RulesChanged(quote.rulesetVersion(), now.version()), firstReason(strict));
    assertEquals(
        quote.total(),
        shop.engine().orders().place(order, shop.call()).orThrow().total());
  }

  @Test
  void announcesAReductionByTheLowestPriceOfThirtyDays() {
    Prices prices = shop.engine().prices();
    PriceList sale = PriceList.of("sale", PriceList.Kind.SALE, TestShop.CNY);
    prices.put(sale, shop.call()).orThrow();
    PriceEntry week = PriceEntry.of(SENCHA.value(), "CNY 20.00")
        .withWindow(PriceWindow.between(
            clock.instant().plus(Duration.ofDays(40)), clock.instant().plus(Duration.ofDays(47))));
    prices.set(sale.id(), List.of(week), shop.call()).orThrow();

    assertEquals(Optional.empty(), reference());
    clock.advance(Duration.ofDays(41));
    ReferencePrice announced = reference().orElseThrow();
    assertEquals(Money.parse("CNY 33.33"), announced.lowest().price());
    assertEquals(OptionalInt.of(39), announced.announcedPercent());
    clock.advance(Duration.ofDays(10));
    assertEquals(Money.parse("CNY 20.00"), reference().orElseThrow().lowest().price());
    assertEquals(OptionalInt.empty(), reference().orElseThrow().announcedPercent());
  }

  private Optional<ReferencePrice> reference() {
    PriceView view = PriceView.of(SENCHA, TestShop.CNY).inMarket("de").inChannel("web");
    ReferencePolicy policy = ReferencePolicy.in(ZoneId.of("Europe/Berlin"));
    return shop.engine().prices().reference(TestShop.SHOP, view, clock.instant(), policy);
  }

  @Test
  void sellsAFlashPriceToAsManyUnitsAsItsAllotment() {
    Prices prices = shop.engine().prices();
    PriceList flash = PriceList.of("flash", PriceList.Kind.FLASH, TestShop.CNY);
    prices.put(flash, shop.call()).orThrow();
    PriceEntry two = PriceEntry.of(SENCHA.value(), "CNY 10.00").allotted(2).atMostPerBuyer(2);
    prices.set(flash.id(), List.of(two), shop.call()).orThrow();
    Cart one = Cart.in(TestShop.CNY).add(SENCHA.value(), 1);

    Quote mine = shop.quote(threeTeas().forBuyer("m-1"));
    assertEquals(List.of("flash", "retail"), sources(mine));
    Quote theirs = shop.quote(one.forBuyer("m-2"));
    assertEquals(List.of("flash"), sources(theirs));
    assertEquals(List.of("retail"), sources(shop.quote(one)));
    shop.place(mine).orThrow();

    assertEquals(
        "allotment.short",
        firstReason(shop.engine().stock().hold(theirs.holdRequest(), shop.call()))
            .code());
    assertEquals(List.of("retail"), sources(shop.quote(one.forBuyer("m-2"))));
    Quote page = Objects.requireNonNull(shop.engine()
        .pricing()
        .catalogueQuotes(List.of(SENCHA), one, shop.call())
        .get(SENCHA));
    assertEquals(List.of("retail"), sources(page));
  }

  private static List<String> sources(Quote quote) {
    return quote.pieces().stream().map(QuotePiece::priceSource).distinct().toList();
  }

  @Test
  void setsAndRemovesPricesOnceForEachKey() {
    Prices prices = shop.engine().prices();
    PriceListId retail = PriceListId.of("retail");
    List<PriceEntry.Key> keys = List.of(PriceEntry.Key.of(SENCHA));
    CallContext removal = shop.call();

    assertEquals(1, prices.remove(retail, keys, removal).orThrow());
    assertTrue(prices.remove(retail, keys, removal).isDone());
    assertEquals(0, prices.remove(retail, keys, shop.call()).orThrow());
    assertInstanceOf(
        PricingRefusal.NoPrice.class,
        firstReason(shop.engine().pricing().quote(threeTeas(), shop.call())));
    assertEquals(
        List.of(PricePoint.Change.SET, PricePoint.Change.REMOVED),
        prices.history(TestShop.SHOP, retail, SENCHA).stream()
            .map(PricePoint::change)
            .toList());
    List<PriceEntry> again = List.of(PriceEntry.of(SENCHA.value(), "CNY 33.33"));
    assertEquals(1, prices.set(retail, again, shop.call()).orThrow());
    assertTrue(shop.engine().pricing().quote(threeTeas(), shop.call()).isDone());
  }

  @Test
  void refusesPricesThatFitNoList() {
    Prices prices = shop.engine().prices();
    PriceList retail = prices.find(TestShop.SHOP, PriceListId.of("retail")).orElseThrow();
    PriceEntry tea = PriceEntry.of(SENCHA.value(), "CNY 30.00");
    PriceList dollars = PriceList.of("retail", PriceList.Kind.SALE, CurrencyCode.of("USD"));

    assertEquals(
        List.of(
            new PriceRefusal.OtherCurrency(TestShop.CNY, dollars.currency()),
            new PriceRefusal.OtherKind(retail.id(), retail.kind(), dollars.kind())),
        reasons(prices.put(dollars, shop.call())));
    assertEquals(
        List.of(new PriceRefusal.LimitedBase(retail.id(), SENCHA)),
        reasons(prices.set(retail.id(), List.of(tea.allotted(5)), shop.call())));
    assertEquals(
        List.of(new PriceRefusal.UnknownList(PriceListId.of("none"))),
        reasons(prices.remove(PriceListId.of("none"), List.of(tea.key()), shop.call())));
    List<PriceEntry> twice = List.of(tea, tea);
    assertThrows(InvalidInputException.class, () -> prices.set(retail.id(), twice, shop.call()));
  }

  private Refund takeBack(Order order, int piece, long quantity) {
    return shop.engine()
        .orders()
        .returnUnits(
            new ReturnUnits(order.id(), List.of(new PieceUnits(piece, quantity)), "unwanted", true),
            shop.call())
        .orThrow();
  }

  private Outcome<Order> place(Quote quote, Held hold, Payment paid) {
    return shop.engine()
        .orders()
        .place(PlaceOrder.of(quote, hold.id()).paidBy(paid.id()), shop.call());
  }

  private void settle() {
    shop.engine().maintenance().runOnce(1_000);
  }

  private static List<Refusal> reasons(Outcome<?> outcome) {
    return outcome.match(done -> List.of(), refused -> refused.reasons(), unknown -> List.of());
  }

  private static Refusal firstReason(Outcome<?> outcome) {
    return assertInstanceOf(Outcome.Refused.class, outcome).first();
  }

  private static <T> List<T> atOnce(List<Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      List<T> answers = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(tasks)) {
        answers.add(future.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }
}
