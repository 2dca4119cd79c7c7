package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;

/** Every rule on H2, for function: no claim about concurrency is made from it. */
class H2StorageContractTest extends JdbcStorageContract {

  H2StorageContractTest() {
    super(Engine.H2);
  }
}
