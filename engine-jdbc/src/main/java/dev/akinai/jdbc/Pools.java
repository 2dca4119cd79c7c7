package dev.akinai.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.util.Locale;
import java.util.Optional;

/** Opens the engine's own small pools. Stateless. */
final class Pools {

  /** Who logs in. */
  record Login(String user, String password) {}

  private static final long TIMEOUT_MILLIS = 1_000;

  private Pools() {}

  static HikariDataSource open(String url, Optional<Login> login, JdbcSettings settings) {
    var config = new HikariConfig();
    config.setPoolName("akinai");
    config.setJdbcUrl(url);
    login.ifPresent(who -> {
      config.setUsername(who.user());
      config.setPassword(who.password());
    });
    config.setMaximumPoolSize(settings.poolSize());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(TIMEOUT_MILLIS);
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    lockTimeout(url).ifPresent(config::setConnectionInitSql);
    return open(config);
  }

  private static HikariDataSource open(HikariConfig config) {
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw new IllegalStateException(
          "The database must answer within %d ms. Maybe it does not run, or user and password are wrong."
              .formatted(TIMEOUT_MILLIS),
          e);
    }
  }

  /** A lock is waited for 1 s at most; H2 has a limit of its own. */
  private static Optional<String> lockTimeout(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    if (lower.startsWith("jdbc:postgresql:")) {
      return Optional.of("SET lock_timeout = '1s'");
    }
    return lower.startsWith("jdbc:mariadb:") || lower.startsWith("jdbc:mysql:")
        ? Optional.of("SET innodb_lock_wait_timeout = 1")
        : Optional.empty();
  }
}
