package dev.akinai.jdbc.store;

import dev.akinai.jdbc.engines.Engine;

class PostgresAuditReadsTest extends AuditReadsTest {
  PostgresAuditReadsTest() {
    super(Engine.POSTGRESQL);
  }
}
