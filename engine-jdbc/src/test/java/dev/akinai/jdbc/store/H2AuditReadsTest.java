package dev.akinai.jdbc.store;

import dev.akinai.jdbc.engines.Engine;

class H2AuditReadsTest extends AuditReadsTest {
  H2AuditReadsTest() {
    super(Engine.H2);
  }
}
