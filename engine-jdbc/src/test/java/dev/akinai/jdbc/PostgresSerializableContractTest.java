package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;
import dev.akinai.testkit.spi.Isolation;

/** Every rule on PostgreSQL in a host's transactions at SERIALIZABLE. */
class PostgresSerializableContractTest extends JdbcStorageContract {

  PostgresSerializableContractTest() {
    super(Engine.POSTGRESQL, Isolation.SERIALIZABLE);
  }
}
