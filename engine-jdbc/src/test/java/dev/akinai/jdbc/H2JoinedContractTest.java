package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;
import dev.akinai.testkit.spi.Isolation;

/** Every rule on H2 in a host's transactions. */
class H2JoinedContractTest extends JdbcStorageContract {

  H2JoinedContractTest() {
    super(Engine.H2, Isolation.READ_COMMITTED);
  }
}
