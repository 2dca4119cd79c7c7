package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;
import dev.akinai.testkit.spi.Isolation;

/** Every rule on PostgreSQL in a host's transactions at REPEATABLE READ. */
class PostgresRepeatableReadContractTest extends JdbcStorageContract {

  PostgresRepeatableReadContractTest() {
    super(Engine.POSTGRESQL, Isolation.REPEATABLE_READ);
  }
}
