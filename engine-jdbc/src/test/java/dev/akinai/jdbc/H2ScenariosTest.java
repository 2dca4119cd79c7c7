package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;

class H2ScenariosTest extends JdbcScenarios {
  H2ScenariosTest() {
    super(Engine.H2);
  }
}
