package dev.akinai.jdbc;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the engine's tables are and how they are reached. Immutable.
 *
 * @param prefix begins each table's name: {@code [a-z][a-z0-9_]{0,15}}, {@code ak_} if not set
 * @param schema the schema (of MariaDB the database) that holds the tables, in lower case and existing, or empty for the connection's own
 * @param poolSize most connections of a pool that the engine opens itself, 1 to 100, 10 if not set
 * @param migrate true if opening makes or upgrades the tables; false if the host runs the SQL files itself
 */
public record JdbcSettings(String prefix, Optional<String> schema, int poolSize, boolean migrate) {

  private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,15}");
  private static final Pattern SCHEMA = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final int MAX_POOL = 100;

  /** Checks the names and the size. */
  public JdbcSettings {
    requireName("table prefix", prefix, PREFIX);
    schema.ifPresent(name -> requireName("schema", name, SCHEMA));
    if (poolSize < 1) {
      throw new InvalidInputException(
          "The pool size (" + poolSize + ") must be 1 to " + MAX_POOL + ". Maybe leave it at 10.");
    }
    if (poolSize > MAX_POOL) {
      throw new InputTooLargeException("pool size", MAX_POOL, poolSize);
    }
  }

  /**
   * Prefix {@code ak_}, the connection's own schema, at most 10 connections, tables made and upgraded when opening.
   *
   * @return the settings
   */
  public static JdbcSettings standard() {
    return new JdbcSettings("ak_", Optional.empty(), 10, true);
  }

  /**
   * The same with another beginning of the tables' names.
   *
   * @param prefix {@code [a-z][a-z0-9_]{0,15}}
   * @return a changed copy
   */
  public JdbcSettings withPrefix(String prefix) {
    return new JdbcSettings(prefix, schema, poolSize, migrate);
  }

  /**
   * The same with the tables in a schema.
   *
   * @param schema which exists, in lower case
   * @return a changed copy
   */
  public JdbcSettings withSchema(String schema) {
    return new JdbcSettings(prefix, Optional.of(schema), poolSize, migrate);
  }

  /**
   * The same with another pool.
   *
   * @param poolSize most connections, 1 to 100
   * @return a changed copy
   */
  public JdbcSettings withPoolSize(int poolSize) {
    return new JdbcSettings(prefix, schema, poolSize, migrate);
  }

  /**
   * The same for a host that runs the SQL files itself: opening only checks that the tables are there.
   *
   * @return a changed copy
   */
  public JdbcSettings withoutMigration() {
    return new JdbcSettings(prefix, schema, poolSize, false);
  }

  private static void requireName(String what, String name, Pattern pattern) {
    if (!pattern.matcher(name).matches()) {
      throw new InvalidInputException("The %s (%s) must match %s. Maybe use ak_."
          .formatted(what, dev.akinai.base.Text.printable(name), pattern));
    }
  }
}
