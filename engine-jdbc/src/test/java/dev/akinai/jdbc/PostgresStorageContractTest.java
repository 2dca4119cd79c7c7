package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;

/** Every rule on PostgreSQL, in the storage's own transactions. */
class PostgresStorageContractTest extends JdbcStorageContract {

  PostgresStorageContractTest() {
    super(Engine.POSTGRESQL);
  }
}
