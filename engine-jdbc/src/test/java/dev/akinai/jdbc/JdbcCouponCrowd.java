package dev.akinai.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.akinai.jdbc.engines.Engine;
import dev.akinai.jdbc.engines.TestDatabases;
import dev.akinai.spi.Storage;
import dev.akinai.testkit.engine.CouponCrowd;
import dev.akinai.testkit.engine.HandSetClock;

/** The crowd on one database engine, with a tenth as many connections as buyers. */
abstract class JdbcCouponCrowd extends CouponCrowd {

  private static final int CONNECTIONS = 16;

  private final Engine engine;

  JdbcCouponCrowd(Engine engine) {
    this.engine = engine;
  }

  @Override
  protected Storage openStorage(HandSetClock clock) {
    var config = new HikariConfig();
    config.setDataSource(TestDatabases.fresh(engine));
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(60_000);
    config.setAutoCommit(false);
    return JdbcStorage.open(new HikariDataSource(config));
  }
}
