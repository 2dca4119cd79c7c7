package dev.akinai.testkit.spi;

/** A subject of the storage contract: tests as default methods, all on the same bench. */
interface ContractPart {

  /** What the running test works on. */
  Bench bench();
}
