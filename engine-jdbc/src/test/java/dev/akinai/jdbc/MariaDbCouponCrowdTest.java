package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;

class MariaDbCouponCrowdTest extends JdbcCouponCrowd {
  MariaDbCouponCrowdTest() {
    super(Engine.MARIADB);
  }
}
