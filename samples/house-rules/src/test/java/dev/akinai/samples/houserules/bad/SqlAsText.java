package dev.akinai.samples.houserules.bad;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jooq.DSLContext;

/** Builds SQL from texts. */
public final class SqlAsText {
  void plain(DSLContext jooq, String table) {
    jooq.execute("delete from " + table);
  }

  void jdbc(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("delete from " + table);
    }
  }
}
