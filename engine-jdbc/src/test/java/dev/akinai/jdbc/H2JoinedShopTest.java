package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;

class H2JoinedShopTest extends JoinedShop {
  H2JoinedShopTest() {
    super(Engine.H2);
  }
}
