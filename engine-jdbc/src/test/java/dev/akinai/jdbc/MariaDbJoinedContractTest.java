package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;
import dev.akinai.testkit.spi.Isolation;

/** Every rule on MariaDB in a host's transactions at READ COMMITTED. */
class MariaDbJoinedContractTest extends JdbcStorageContract {

  MariaDbJoinedContractTest() {
    super(Engine.MARIADB, Isolation.READ_COMMITTED);
  }
}
