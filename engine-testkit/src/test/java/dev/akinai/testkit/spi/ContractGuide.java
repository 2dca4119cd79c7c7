package dev.akinai.testkit.spi;

import dev.akinai.core.Akinai;
import dev.akinai.spi.Storage;
import dev.akinai.testkit.engine.HandSetClock;
import java.time.Duration;
import java.util.Map;

/** The code of docs/contracts/storage.md; abstract, since the in-memory storage runs the contract elsewhere. */
abstract class ContractGuide extends StorageContract {
  // region body
  private final HandSetClock clock = HandSetClock.at("2026-03-01T09:00:00Z");

  @Override
  protected Storage openStorage() {
    return Akinai.inMemory(clock); // yours: empty tables, 40 connections for 32 callers at once
  }

  @Override
  protected void advanceStorageClock(Duration by) {
    clock.advance(by);
  }

  @Override
  protected Map<String, String> waivers() {
    return Map.of("R-STO-44", "lists are not paged yet"); // printed with every run
  }
  // endregion
}
