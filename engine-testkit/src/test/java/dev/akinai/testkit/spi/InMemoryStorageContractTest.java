package dev.akinai.testkit.spi;

/** The reference keeps every rule. */
class InMemoryStorageContractTest extends MemoryContract {}
