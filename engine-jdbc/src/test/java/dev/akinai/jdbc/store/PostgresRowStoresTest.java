package dev.akinai.jdbc.store;

import dev.akinai.jdbc.engines.Engine;

class PostgresRowStoresTest extends RowStoresTest {
  PostgresRowStoresTest() {
    super(Engine.POSTGRESQL);
  }
}
