package dev.akinai.jdbc.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestDatabasesTest {
  @ParameterizedTest
  @EnumSource
  void answersOneOnEveryEngine(Engine engine) throws SQLException {
    try (Connection connection = TestDatabases.fresh(engine).getConnection()) {
      DatabaseMetaData about = connection.getMetaData();
      System.out.println(engine + " is " + about.getDatabaseProductName() + " "
          + about.getDatabaseProductVersion());

      assertThat(number(connection, "SELECT 1")).isEqualTo(1);
      assertThat(engine.name()).startsWith(about.getDatabaseProductName().toUpperCase(Locale.ROOT));
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesEveryCallerItsOwnDatabase(Engine engine) throws SQLException {
    try (Connection one = TestDatabases.fresh(engine).getConnection();
        Connection other = TestDatabases.fresh(engine).getConnection()) {
      execute(one, "CREATE TABLE ak_probe (n INT)");
      execute(one, "INSERT INTO ak_probe VALUES (7)");

      execute(other, "CREATE TABLE ak_probe (n INT)");

      assertThat(number(one, "SELECT COUNT(*) FROM ak_probe")).isEqualTo(1);
      assertThat(number(other, "SELECT COUNT(*) FROM ak_probe")).isZero();
    }
  }

  @Test
  void putsTheDatabaseIntoAnAddress() {
    assertThat(Server.withDatabase("jdbc:postgresql://db:5432/postgres?user=a", "ak_1"))
        .isEqualTo("jdbc:postgresql://db:5432/ak_1?user=a");
    assertThat(Server.withDatabase("jdbc:mariadb://db/mysql", "ak_1"))
        .isEqualTo("jdbc:mariadb://db/ak_1");
  }

  @Test
  void asksForADatabaseInTheAddress() {
    assertThatThrownBy(() -> Server.withDatabase("jdbc:mariadb://db?user=a", "ak_1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must name a database");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getInt(1);
    }
  }
}
