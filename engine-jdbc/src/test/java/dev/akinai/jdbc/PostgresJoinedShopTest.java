package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;

class PostgresJoinedShopTest extends JoinedShop {
  PostgresJoinedShopTest() {
    super(Engine.POSTGRESQL);
  }
}
