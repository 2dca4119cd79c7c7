package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;
import dev.akinai.testkit.spi.Isolation;

/** Every rule on MariaDB in a host's transactions at REPEATABLE READ, its own default. */
class MariaDbRepeatableReadContractTest extends JdbcStorageContract {

  MariaDbRepeatableReadContractTest() {
    super(Engine.MARIADB, Isolation.REPEATABLE_READ);
  }
}
