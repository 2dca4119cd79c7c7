package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;
import dev.akinai.testkit.spi.Isolation;
import java.util.Map;

/** Every rule on PostgreSQL in a host's transactions at SERIALIZABLE. */
class PostgresSerializableContractTest extends JdbcStorageContract {

  PostgresSerializableContractTest() {
    super(Engine.POSTGRESQL, Isolation.SERIALIZABLE);
  }

  @Override
  protected Map<String, String> waivers() {
    return Map.of(
        "R-STO-45",
        "predicate locks of small tables cover whole pages, so two shops may meet there (40001)");
  }
}
