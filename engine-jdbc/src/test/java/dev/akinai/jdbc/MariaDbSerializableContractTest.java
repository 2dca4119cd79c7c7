package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;
import dev.akinai.testkit.spi.Isolation;

/** Every rule on MariaDB in a host's transactions at SERIALIZABLE. */
class MariaDbSerializableContractTest extends JdbcStorageContract {

  MariaDbSerializableContractTest() {
    super(Engine.MARIADB, Isolation.SERIALIZABLE);
  }
}
