package dev.akinai.testkit.spi;

import dev.akinai.spi.Storage;

/** The reference keeps every rule when each unit is part of a host's transaction. */
class InMemoryJoinedContractTest extends MemoryContract {

  @Override
  protected Storage openStorage() {
    Storage memory = super.openStorage();
    return new HostDrivenStorage(memory, () -> beginHost(memory).orElseThrow());
  }

  @Override
  protected Isolation isolation() {
    return Isolation.SERIALIZABLE;
  }

  @Override
  protected String engine() {
    return "in-memory joined";
  }
}
