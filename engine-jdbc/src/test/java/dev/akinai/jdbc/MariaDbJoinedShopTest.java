package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;

class MariaDbJoinedShopTest extends JoinedShop {
  MariaDbJoinedShopTest() {
    super(Engine.MARIADB);
  }
}
