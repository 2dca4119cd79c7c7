package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;

class H2CouponCrowdTest extends JdbcCouponCrowd {
  H2CouponCrowdTest() {
    super(Engine.H2);
  }
}
