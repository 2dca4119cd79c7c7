package dev.akinai.jdbc.store;

import dev.akinai.jdbc.engines.Engine;

class H2RowStoresTest extends RowStoresTest {
  H2RowStoresTest() {
    super(Engine.H2);
  }
}
