package dev.akinai.jdbc.store;

import dev.akinai.jdbc.engines.Engine;

class MariaDbRowStoresTest extends RowStoresTest {
  MariaDbRowStoresTest() {
    super(Engine.MARIADB);
  }
}
