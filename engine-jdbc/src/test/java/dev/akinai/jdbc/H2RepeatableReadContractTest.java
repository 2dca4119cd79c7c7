package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;
import dev.akinai.testkit.spi.Isolation;

/** Every rule on H2 in a host's transactions at REPEATABLE READ; no claim about concurrency is made from H2. */
class H2RepeatableReadContractTest extends JdbcStorageContract {

  H2RepeatableReadContractTest() {
    super(Engine.H2, Isolation.REPEATABLE_READ);
  }
}
