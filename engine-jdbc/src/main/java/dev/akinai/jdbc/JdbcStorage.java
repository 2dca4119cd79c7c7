package dev.akinai.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.akinai.base.ShopId;
import dev.akinai.spi.HostTransaction;
import dev.akinai.spi.Storage;
import dev.akinai.spi.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everything in the host's database: PostgreSQL, MariaDB or H2, on connections of its own or inside the host's transaction.
 *
 * <p>Opening finds out which engine it is, makes or upgrades the tables, and refuses what cannot work: a schema newer than this library,
 * tables without their history, a driver that does not count rows. Its own units run at READ COMMITTED. Thread-safe.
 */
public final class JdbcStorage implements Storage {

  private final OwnTransactions own;
  private final Database database;
  private final @Nullable HikariDataSource pool;

  private JdbcStorage(DataSource source, Database database, @Nullable HikariDataSource pool) {
    this.own = new OwnTransactions(source, database, pool != null);
    this.database = database;
    this.pool = pool;
  }

  /**
   * Opens a database by its address, such as {@code jdbc:h2:./shop}, with a small pool of its own.
   *
   * @param url the JDBC address, with user and password if it needs them
   * @return the storage; close it to close the pool
   */
  public static JdbcStorage open(String url) {
    return open(url, JdbcSettings.standard());
  }

  /**
   * Opens a database by its address, with a pool of its own.
   *
   * @param url the JDBC address, with user and password if it needs them
   * @param settings where the tables are
   * @return the storage; close it to close the pool
   */
  public static JdbcStorage open(String url, JdbcSettings settings) {
    return open(Pools.open(url, Optional.empty(), settings), settings, true);
  }

  /**
   * Opens a database by its address, user and password, with a small pool of its own.
   *
   * @param url the JDBC address
   * @param user who
   * @param password whose
   * @return the storage; close it to close the pool
   */
  public static JdbcStorage open(String url, String user, String password) {
    return open(url, user, password, JdbcSettings.standard());
  }

  /**
   * Opens a database by its address, user and password, with a pool of its own.
   *
   * @param url the JDBC address
   * @param user who
   * @param password whose
   * @param settings where the tables are
   * @return the storage; close it to close the pool
   */
  public static JdbcStorage open(String url, String user, String password, JdbcSettings settings) {
    var login = Optional.of(new Pools.Login(user, password));
    return open(Pools.open(url, login, settings), settings, true);
  }

  /**
   * Opens a database through connections of the host, which should come from a pool.
   *
   * @param source where connections come from; closing the storage leaves it open
   * @return the storage
   */
  public static JdbcStorage open(DataSource source) {
    return open(source, JdbcSettings.standard());
  }

  /**
   * Opens a database through connections of the host, which should come from a pool.
   *
   * @param source where connections come from; closing the storage leaves it open
   * @param settings where the tables are
   * @return the storage
   */
  public static JdbcStorage open(DataSource source, JdbcSettings settings) {
    return open(source, settings, false);
  }

  private static JdbcStorage open(DataSource source, JdbcSettings settings, boolean owned) {
    @Nullable
    HikariDataSource pool = owned && source instanceof HikariDataSource hikari ? hikari : null;
    try {
      return new JdbcStorage(source, Opening.open(source, settings), pool);
    } catch (RuntimeException | Error e) {
      if (pool != null) {
        pool.close();
      }
      throw e;
    }
  }

  @Override
  public <T> T inTransaction(ShopId shop, Function<UnitOfWork, T> work) {
    return own.run(shop, work);
  }

  @Override
  public List<ShopId> shopsWithWork(Work work, Instant now, int limit) {
    return own.shopsWithWork(work, now, limit);
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public Storage join(HostTransaction transaction) {
    database.requireOpen();
    if (transaction instanceof JdbcTransaction host) {
      return JoinedStorage.join(database, host.connection());
    }
    throw new IllegalArgumentException(
        "The transaction (%s) must be a JdbcTransaction. Maybe use JdbcTransaction.of(connection)."
            .formatted(transaction.getClass().getName()));
  }

  @Override
  public void close() {
    database.close();
    if (pool != null) {
      pool.close();
    }
  }

  /** For tests: what is added to the database's clock from the next unit on. */
  void clockOffset(Duration offset) {
    database.clockOffset(offset);
  }
}
