package dev.akinai.jdbc.store;

import dev.akinai.jdbc.engines.Engine;

class MariaDbAuditReadsTest extends AuditReadsTest {
  MariaDbAuditReadsTest() {
    super(Engine.MARIADB);
  }
}
