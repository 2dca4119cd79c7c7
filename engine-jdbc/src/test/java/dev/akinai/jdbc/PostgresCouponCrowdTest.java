package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;

class PostgresCouponCrowdTest extends JdbcCouponCrowd {
  PostgresCouponCrowdTest() {
    super(Engine.POSTGRESQL);
  }
}
