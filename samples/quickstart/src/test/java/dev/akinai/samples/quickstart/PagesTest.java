package dev.akinai.samples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.akinai.base.Actor;
import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.base.ShopId;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.Sku;
import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.event.EventEnvelope;
import dev.akinai.jdbc.JdbcStorage;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.money.Split;
import dev.akinai.order.Order;
import dev.akinai.order.PlaceOrder;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceListId;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.Quote;
import dev.akinai.spi.RetryTransaction;
import dev.akinai.stock.Held;
import dev.akinai.stock.Movement;
import dev.akinai.stock.StockLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the code that the pages in docs show. */
class PagesTest {
  private static final ShopId SHOP = ShopId.of("tea-house");
  private static final CurrencyCode CNY = CurrencyCode.of("CNY");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-01T10:00:00Z"), ZoneOffset.UTC);

  @Test
  void startPrintsWhatThePageSays(@TempDir Path folder) throws IOException {
    var printed = new ByteArrayOutputStream();
    try (var out = new PrintStream(printed, true, UTF_8)) {
      new StartGuide(out).run("jdbc:h2:" + folder.resolve("shop"));
    }

    assertThat(printed.toString(UTF_8).replace("\r\n", "\n"))
        .isEqualTo(Files.readString(Path.of("expected-start.txt"), UTF_8).replace("\r\n", "\n"));
  }

  @Test
  void moneySplitsAsThePageSays() {
    // region splits
    List<Money> lines = Split.largestRemainder(Money.parse("CNY 10.00"), List.of(100L, 100L, 100L));
    long[] units = Split.unitShares(10_00, 3);
    List<Money> tenders = Split.reversedSoFar(
        Money.parse("CNY 39.99"), List.of(Money.parse("CNY 80.00"), Money.parse("CNY 19.99")));
    // endregion

    assertThat(lines).extracting(Money::amountText).containsExactly("3.34", "3.33", "3.33");
    assertThat(units).containsExactly(333, 333, 334);
    assertThat(tenders).extracting(Money::amountText).containsExactly("32.00", "7.99");
  }

  @Test
  void aShareCanFallWhileTheAmountGrows() {
    long[] weights = {1, 9, 5};

    assertThat(Split.largestRemainder(7, weights)).containsExactly(1, 4, 2);
    assertThat(Split.largestRemainder(8, weights)).containsExactly(0, 5, 3);
    assertThat(Split.cumulativeSainteLague(weights, 7)).containsExactly(1, 4, 2);
    assertThat(Split.cumulativeSainteLague(weights, 8)).containsExactly(1, 5, 2);
  }

  @Test
  void aHoldIsKeptReplacedOrRefused() {
    try (Commerce shop = Akinai.builder().clock(CLOCK).build()) {
      open(shop);

      assertThat(HoldsGuide.keep(shop, "S100", 4, call("a")))
          .isEqualTo("kept until 2026-11-01T10:10:00Z");
      assertThat(HoldsGuide.keep(shop, "S100", 10, call("b")))
          .isEqualTo("kept until 2026-11-01T10:10:00Z");
      // the cart has all ten, and there is nothing beyond them
      assertThat(HoldsGuide.keep(shop, "S100", 11, call("c"))).isEqualTo("S100: 0 left");
      assertThat(shop.audit().run(SHOP).violations()).isEmpty();
    }
  }

  @Test
  void eventsReachAListenerOnceAMaintenanceRuns() {
    var guide = new EventsGuide();
    try (Commerce shop = guide.open(Akinai.inMemory(CLOCK))) {
      open(shop);
      assertThat(guide.indexed()).isEmpty();

      EventsGuide.round(shop);
      EventsGuide.round(shop);

      assertThat(guide.indexed()).containsOnlyKeys("sencha");
      assertThat(guide.indexed().get("sencha")).contains("Sencha, 100 g");
    }
  }

  @Test
  void aTimerRunsMaintenance() throws InterruptedException {
    var guide = new EventsGuide();
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    try (Commerce shop = guide.open(Akinai.inMemory(CLOCK))) {
      open(shop);
      EventsGuide.everySecond(timer, shop);
      for (int waited = 0; guide.indexed().isEmpty() && waited < 200; waited++) {
        Thread.sleep(50);
      }
      timer.shutdown();
      assertThat(timer.awaitTermination(10, java.util.concurrent.TimeUnit.SECONDS))
          .isTrue();
    } finally {
      timer.shutdownNow();
    }

    assertThat(guide.indexed()).hasSize(1);
  }

  @Test
  void aHostSellsInItsOwnTransaction(@TempDir Path folder) throws SQLException {
    try (HikariDataSource database = database(folder);
        Commerce shop = Akinai.builder().storage(JdbcStorage.open(database)).build()) {
      open(shop);
      PlaceOrder free = freeOrder(shop);
      var guide = new JoiningGuide(shop, database);

      try (Connection other = database.getConnection();
          Statement lock = other.createStatement()) {
        other.setAutoCommit(false);
        lock.execute("SELECT * FROM ak_hold FOR UPDATE");
        assertThatThrownBy(() -> guide.sellOnce(free, call("sell-1")))
            .isInstanceOf(RetryTransaction.class);
        other.rollback();
      }
      assertThat(notes(database)).isEmpty();

      Outcome<Order> sold = guide.sell(free, call("sell-1"));
      Outcome<Order> again = guide.sell(free, call("sell-2"));

      assertThat(sold.isDone()).isTrue();
      assertThat(again).isInstanceOf(Outcome.Refused.class);
      assertThat(notes(database)).containsExactly("sold", "refused");
      assertThat(shop.maintenance().runOnce(100).settled()).isEqualTo(1);
      assertThat(shop.audit().run(SHOP).violations()).isEmpty();
    }
  }

  @Test
  void aMessageThatComesTwiceHasOneEffect(@TempDir Path folder) throws SQLException {
    var heard = new ArrayList<EventEnvelope>();
    try (HikariDataSource database = database(folder);
        Commerce shop = Akinai.builder()
            .storage(JdbcStorage.open(database))
            .listener("all", heard::add)
            .build()) {
      open(shop);
      shop.maintenance().runOnce(100);
      var guide = new JoiningGuide(shop, database);

      EventEnvelope event = heard.get(0);
      guide.take(event);
      guide.take(event);

      assertThat(notes(database)).containsExactly(event.type());
    }
  }

  private static void open(Commerce shop) {
    CallContext call = call("open");
    Product sencha = Product.of("sencha", "Sencha", Sku.of("S100", "Sencha, 100 g"));
    shop.catalog().publish(sencha, call).orThrow();
    shop.prices().put(PriceList.regular("retail", CNY), call).orThrow();
    PriceEntry price = PriceEntry.of("S100", "CNY 0.00");
    shop.prices().set(PriceListId.of("retail"), List.of(price), call).orThrow();
    shop.stock().move(Movement.receipt("d-1", StockLine.of("S100", 10)), call).orThrow();
  }

  /** An order of which nothing is due, so that no payment is needed. */
  private static PlaceOrder freeOrder(Commerce shop) {
    Quote quote = shop.pricing().quote(Cart.in(CNY).add("S100", 2), call("q")).orThrow();
    Held hold = shop.stock().hold(quote.holdRequest(), call("h")).orThrow();
    return PlaceOrder.of(quote, hold.id());
  }

  private static CallContext call(String key) {
    return CallContext.of(SHOP, Actor.staff("ann"), key);
  }

  private static HikariDataSource database(Path folder) throws SQLException {
    var database = new HikariDataSource();
    database.setJdbcUrl("jdbc:h2:" + folder.resolve("host") + ";LOCK_TIMEOUT=100");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE host_note (id IDENTITY, note VARCHAR(100))");
    }
    return database;
  }

  private static List<String> notes(HikariDataSource database) throws SQLException {
    var notes = new ArrayList<String>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT note FROM host_note ORDER BY id")) {
      while (rows.next()) {
        notes.add(rows.getString(1));
      }
    }
    return notes;
  }
}
