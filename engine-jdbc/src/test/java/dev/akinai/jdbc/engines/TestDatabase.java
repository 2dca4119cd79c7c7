package dev.akinai.jdbc.engines;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty database of one test class. Immutable and thread-safe.
 *
 * @param engine whose database it is
 * @param url the JDBC address, with user and password inside
 */
public record TestDatabase(Engine engine, String url) {

  /** Opens connections one by one, without a pool; a test that wants a pool puts one around it. */
  public DataSource dataSource() {
    return switch (engine) {
      case H2, H2_FILE -> h2();
      case POSTGRESQL -> postgres();
      case MARIADB -> mariaDb();
    };
  }

  private DataSource h2() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    return source;
  }

  private DataSource postgres() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    return source;
  }

  private DataSource mariaDb() {
    try {
      return new MariaDbDataSource(url);
    } catch (SQLException e) {
      throw new IllegalArgumentException(
          "The address (" + url + ") must be one that the MariaDB driver takes.", e);
    }
  }
}
