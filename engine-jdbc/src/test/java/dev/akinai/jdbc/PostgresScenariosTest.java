package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;

class PostgresScenariosTest extends JdbcScenarios {
  PostgresScenariosTest() {
    super(Engine.POSTGRESQL);
  }
}
