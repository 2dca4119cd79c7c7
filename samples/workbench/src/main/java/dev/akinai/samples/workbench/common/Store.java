package dev.akinai.samples.workbench.common;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.akinai.core.Akinai;
import dev.akinai.jdbc.JdbcSettings;
import dev.akinai.jdbc.JdbcStorage;
import dev.akinai.spi.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a shop is kept while a command runs: a database whose time is measured, or the memory. Closing it closes the storage and the pool.
 *
 * @param storage the engine's storage
 * @param url the database's address without passwords, or {@code memory}
 * @param time how long the database works, or empty in memory
 * @param pool the connections, or empty in memory
 */
public record Store(
    Storage storage, String url, Optional<DatabaseTime> time, Optional<HikariDataSource> pool)
    implements AutoCloseable {

  private static final int CONNECTIONS = 4;
  private static final long TIMEOUT_MILLIS = 5_000;
  private static final Pattern SECRET = Pattern.compile("(?i)(password|pwd)=[^&;]*");
  private static final Pattern LOGIN = Pattern.compile("//[^/@\\s]*@");

  /**
   * A storage that forgets everything in the end.
   *
   * @param clock of its deadlines
   * @return the store
   */
  public static Store inMemory(Clock clock) {
    return new Store(Akinai.inMemory(clock), "memory", Optional.empty(), Optional.empty());
  }

  /**
   * The address of a new embedded database in a temporary folder.
   *
   * @return the address, which stays usable after the program has ended
   */
  public static String freshUrl() {
    try {
      return "jdbc:h2:file:" + Files.createTempDirectory("akinai-").resolve("shop");
    } catch (IOException noFolder) {
      throw new BadInputException(
          "The temporary folder (%s) must be writable, but: %s. Maybe name a database with --jdbc."
              .formatted(System.getProperty("java.io.tmpdir"), noFolder.getMessage()),
          noFolder);
    }
  }

  /**
   * Opens a database, and makes its tables if it has none.
   *
   * @param url the JDBC address, with user and password if it needs them
   * @return the store
   * @throws BadInputException if it cannot be opened
   */
  public static Store open(String url) {
    return open(url, JdbcSettings.standard());
  }

  /**
   * Opens a database that must have the tables already; none are made or upgraded.
   *
   * @param url the JDBC address, with user and password if it needs them
   * @return the store
   * @throws BadInputException if it cannot be opened
   */
  public static Store openExisting(String url) {
    String only =
        url.startsWith("jdbc:h2:") && !url.contains("IFEXISTS") ? url + ";IFEXISTS=TRUE" : url;
    return open(only, JdbcSettings.standard().withoutMigration());
  }

  private static Store open(String url, JdbcSettings settings) {
    String shown = withoutSecrets(url);
    if (!url.startsWith("jdbc:")) {
      throw new BadInputException("The address (" + shown
          + ") must begin with jdbc:. Maybe jdbc:postgresql://localhost/shop was meant.");
    }
    Optional<HikariDataSource> pool = Optional.empty();
    try {
      pool = Optional.of(new HikariDataSource(config(url)));
      var time = new DatabaseTime(pool.get());
      return new Store(JdbcStorage.open(time, settings), shown, Optional.of(time), pool);
    } catch (RuntimeException unusable) {
      pool.ifPresent(HikariDataSource::close);
      throw new BadInputException(
          "The database (%s) must be one that can be opened, but: %s Maybe start it, or check the address."
              .formatted(shown, sentence(root(unusable))),
          unusable);
    }
  }

  private static HikariConfig config(String url) {
    var config = new HikariConfig();
    config.setPoolName("workbench");
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(TIMEOUT_MILLIS);
    config.setAutoCommit(false);
    return config;
  }

  private static Throwable root(Throwable failure) {
    Throwable found = failure;
    while (found.getCause() != null) {
      found = found.getCause();
    }
    return found;
  }

  private static String sentence(Throwable failure) {
    String message =
        failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    String line = withoutSecrets(message.lines().findFirst().orElse("")).strip();
    return line.endsWith(".") ? line : line + ".";
  }

  private static String withoutSecrets(String text) {
    return LOGIN.matcher(SECRET.matcher(text).replaceAll("$1=***")).replaceAll("//***@");
  }

  @Override
  public void close() {
    storage.close();
    pool.ifPresent(HikariDataSource::close);
  }
}
