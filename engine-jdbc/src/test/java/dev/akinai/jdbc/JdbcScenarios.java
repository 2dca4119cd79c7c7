package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;
import dev.akinai.jdbc.engines.TestDatabases;
import dev.akinai.spi.Storage;
import dev.akinai.testkit.engine.EngineScenarios;
import dev.akinai.testkit.engine.HandSetClock;
import java.time.Duration;
import java.util.Optional;

/** The whole engine on one database engine; each scenario has a database of its own. */
abstract class JdbcScenarios extends EngineScenarios {
  private final Engine engine;
  private Optional<JdbcStorage> storage = Optional.empty();
  private Duration offset = Duration.ZERO;

  JdbcScenarios(Engine engine) {
    this.engine = engine;
  }

  @Override
  protected Storage openStorage(HandSetClock clock) {
    offset = Duration.ZERO;
    JdbcStorage opened = JdbcStorage.open(TestDatabases.fresh(engine));
    storage = Optional.of(opened);
    return opened;
  }

  @Override
  protected void advanceStorageClock(Duration by) {
    offset = offset.plus(by);
    storage.orElseThrow().clockOffset(offset);
  }
}
