package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;
import dev.akinai.testkit.spi.Isolation;

/** Every rule on PostgreSQL in a host's transactions at READ COMMITTED. */
class PostgresJoinedContractTest extends JdbcStorageContract {

  PostgresJoinedContractTest() {
    super(Engine.POSTGRESQL, Isolation.READ_COMMITTED);
  }
}
