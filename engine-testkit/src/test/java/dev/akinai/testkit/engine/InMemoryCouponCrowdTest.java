package dev.akinai.testkit.engine;

import dev.akinai.core.Akinai;
import dev.akinai.spi.Storage;

class InMemoryCouponCrowdTest extends CouponCrowd {

  @Override
  protected Storage openStorage(HandSetClock clock) {
    return Akinai.inMemory(clock);
  }
}
