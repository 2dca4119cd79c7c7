package dev.akinai.testkit.engine;

import dev.akinai.core.Akinai;
import dev.akinai.spi.Storage;
import java.time.Duration;

class InMemoryScenariosTest extends EngineScenarios {

  private HandSetClock storageClock = HandSetClock.at("2026-11-01T10:00:00Z");

  @Override
  protected Storage openStorage(HandSetClock clock) {
    storageClock = HandSetClock.at(clock.instant());
    return Akinai.inMemory(storageClock);
  }

  @Override
  protected void advanceStorageClock(Duration by) {
    storageClock.advance(by);
  }
}
