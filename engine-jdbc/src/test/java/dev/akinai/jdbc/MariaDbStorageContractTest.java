package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;

/** Every rule on MariaDB, in the storage's own transactions. */
class MariaDbStorageContractTest extends JdbcStorageContract {

  MariaDbStorageContractTest() {
    super(Engine.MARIADB);
  }
}
