package dev.akinai.samples.quickstart;

import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.engine.Commerce;
import dev.akinai.event.EventEnvelope;
import dev.akinai.jdbc.JdbcTransaction;
import dev.akinai.order.Order;
import dev.akinai.order.PlaceOrder;
import dev.akinai.spi.RetryTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The code of docs/concepts/joining.md. */
final class JoiningGuide {
  private static final int MAX_TRIES = 5;

  private final Commerce shop;
  private final DataSource database;

  JoiningGuide(Commerce shop, DataSource database) {
    this.shop = shop;
    this.database = database;
  }

  // region join
  Outcome<Order> sellOnce(PlaceOrder command, CallContext call) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Commerce joined = shop.joined(JdbcTransaction.of(connection));
        Outcome<Order> outcome = joined.orders().place(command, call);
        note(connection, outcome.isDone() ? "sold" : "refused");
        connection.commit();
        return outcome;
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      }
    }
  }

  // endregion

  // region again
  Outcome<Order> sell(PlaceOrder command, CallContext call) throws SQLException {
    for (int tries = 1; ; tries++) {
      try {
        return sellOnce(command, call);
      } catch (RetryTransaction undone) {
        if (tries == MAX_TRIES) {
          throw undone;
        }
      }
    }
  }

  // endregion

  // region inbox
  void take(EventEnvelope event) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Commerce joined = shop.joined(JdbcTransaction.of(connection));
        if (joined.events().next(event, "notes")) {
          note(connection, event.type());
        }
        connection.commit();
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      }
    }
  }

  // endregion

  private static void note(Connection connection, String text) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO host_note (note) VALUES (?)")) {
      insert.setString(1, text);
      insert.executeUpdate();
    }
  }
}
