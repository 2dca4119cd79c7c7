package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;

class MariaDbScenariosTest extends JdbcScenarios {
  MariaDbScenariosTest() {
    super(Engine.MARIADB);
  }
}
