package dev.akinai.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akinai.base.Outcome;
import dev.akinai.catalog.SkuId;
import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.jdbc.engines.Engine;
import dev.akinai.jdbc.engines.TestDatabases;
import dev.akinai.order.Order;
import dev.akinai.order.PlaceOrder;
import dev.akinai.payment.CapturePayment;
import dev.akinai.payment.Payment;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.Quote;
import dev.akinai.stock.Held;
import dev.akinai.stock.HoldRequest;
import dev.akinai.testkit.engine.HandSetClock;
import dev.akinai.testkit.engine.TestShop;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host sells inside its own transaction: what it rolls back never was, and what it commits is there with the host's own rows. */
abstract class JoinedShop {
  private final Engine engine;
  private DataSource database;
  private Commerce shop;
  private TestShop teaHouse;

  JoinedShop(Engine engine) {
    this.engine = engine;
  }

  @BeforeEach
  void open() throws SQLException {
    database = TestDatabases.fresh(engine);
    HandSetClock clock = HandSetClock.at("2026-11-01T10:00:00Z");
    shop = Akinai.builder()
        .storage(JdbcStorage.open(database))
        .clock(clock)
        .payments(TestShop.PROVIDER, Akinai.inMemoryPayments(clock))
        .build();
    teaHouse = TestShop.open(shop);
    try (Connection host = database.getConnection();
        Statement statement = host.createStatement()) {
      statement.execute("CREATE TABLE host_note (note VARCHAR(100))");
    }
  }

  @AfterEach
  void close() {
    try (Commerce open = shop) {
      assertThat(open.audit().run(TestShop.SHOP).violations()).isEmpty();
    }
  }

  @Test
  void aRollbackLeavesNoTrace() throws SQLException {
    Quote quote =
        teaHouse.quote(Cart.in(TestShop.CNY).add("S100", 3).withCode("welcome").forBuyer("mia"));
    Held hold = teaHouse.hold(quote);
    Payment paid = teaHouse.pay(quote);
    Map<String, List<String>> before = everyRow();
    try (Connection host = hostTransaction()) {
      note(host, "sold to mia");
      Commerce joined = shop.joined(JdbcTransaction.of(host));
      Order order = joined
          .orders()
          .place(PlaceOrder.of(quote, hold.id()).paidBy(paid.id()), teaHouse.call())
          .orThrow();
      joined.orders().ship(order.id(), teaHouse.call()).orThrow();
      joined.stock().hold(HoldRequest.of(TestShop.OOLONG, 2), teaHouse.call()).orThrow();
      assertThat(joined.orders().find(TestShop.SHOP, order.id())).isPresent();
      host.rollback();
    }

    assertThat(everyRow()).isEqualTo(before);
  }

  @Test
  void aCommitKeepsTheHostsRowsAndOurs() throws SQLException {
    Quote quote = teaHouse.quote(Cart.in(TestShop.CNY).add("S100", 3).forBuyer("mia"));
    Held hold = teaHouse.hold(quote);
    Payment paid = teaHouse.pay(quote);
    try (Connection host = hostTransaction()) {
      note(host, "sold to mia");
      shop.joined(JdbcTransaction.of(host))
          .orders()
          .place(PlaceOrder.of(quote, hold.id()).paidBy(paid.id()), teaHouse.call())
          .orThrow();
      assertThat(host.getAutoCommit()).isFalse();
      host.commit();
    }

    assertThat(everyRow().get("host_note")).containsExactly("sold to mia|");
    assertThat(teaHouse.cell(TestShop.SENCHA).held()).isEqualTo(3);
    shop.maintenance().runOnce(100);
    assertThat(teaHouse.cell(TestShop.SENCHA).consumed()).isEqualTo(3);
  }

  @Test
  void aRefusalLeavesTheHostsTransactionUsable() throws SQLException {
    try (Connection host = hostTransaction()) {
      Commerce joined = shop.joined(JdbcTransaction.of(host));
      Outcome<Held> refused = joined
          .stock()
          .hold(
              HoldRequest.of(List.of(line(TestShop.OOLONG, 1), line(TestShop.SENCHA, 11))),
              teaHouse.call());
      assertThat(refused).isInstanceOf(Outcome.Refused.class);
      note(host, "still usable");
      joined.stock().hold(HoldRequest.of(TestShop.SENCHA, 10), teaHouse.call()).orThrow();
      host.commit();
    }

    assertThat(everyRow().get("host_note")).hasSize(1);
    assertThat(teaHouse.free(TestShop.OOLONG)).isEqualTo(5);
    assertThat(teaHouse.free(TestShop.SENCHA)).isZero();
  }

  @Test
  void refusesWhatCannotBeJoined() throws SQLException {
    Map<String, List<String>> before = everyRow();
    try (Connection host = database.getConnection()) {
      assertThatThrownBy(() -> shop.joined(JdbcTransaction.of(host)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("setAutoCommit(false)");
      host.setAutoCommit(false);
      Commerce joined = shop.joined(JdbcTransaction.of(host));
      assertThatThrownBy(() -> joined
              .payments()
              .capture(
                  new CapturePayment(TestShop.PROVIDER, "t", TestShop.fen(1)), teaHouse.call()))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> joined.maintenance().runOnce(1))
          .isInstanceOf(IllegalStateException.class);
      host.rollback();
    }

    assertThat(everyRow()).isEqualTo(before);
  }

  private static dev.akinai.stock.StockLine line(SkuId sku, long quantity) {
    return new dev.akinai.stock.StockLine(sku, quantity);
  }

  private Connection hostTransaction() throws SQLException {
    Connection host = database.getConnection();
    host.setAutoCommit(false);
    return host;
  }

  private static void note(Connection host, String text) throws SQLException {
    try (var insert = host.prepareStatement("INSERT INTO host_note (note) VALUES (?)")) {
      insert.setString(1, text);
      insert.executeUpdate();
    }
  }

  /** Every row of every table that is the engine's or the host's, as text. */
  private Map<String, List<String>> everyRow() throws SQLException {
    Map<String, List<String>> rows = new TreeMap<>();
    try (Connection reader = database.getConnection()) {
      for (String table : tables(reader)) {
        rows.put(table.toLowerCase(Locale.ROOT), rowsOf(reader, table));
      }
    }
    assertThat(rows).hasSizeGreaterThan(20);
    return rows;
  }

  private static List<String> tables(Connection reader) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet found = reader
        .getMetaData()
        .getTables(reader.getCatalog(), null, "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (found.next()) {
        String name = found.getString("TABLE_NAME");
        if (name.toLowerCase(Locale.ROOT).matches("ak_(?!schema_history).*|host_.*")) {
          tables.add(name);
        }
      }
    }
    return tables;
  }

  private static List<String> rowsOf(Connection reader, String table) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = reader.createStatement();
        ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
      while (found.next()) {
        var row = new StringBuilder();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.append(found.getString(i)).append('|');
        }
        rows.add(row.toString());
      }
    }
    rows.sort(null);
    return rows;
  }
}
