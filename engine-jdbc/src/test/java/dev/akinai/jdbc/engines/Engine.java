package dev.akinai.jdbc.engines;

/** A database engine that the storage is tested on. */
public enum Engine {
  /** H2 in the memory of this JVM. */
  H2,
  /** H2 in a file of the build folder. */
  H2_FILE,
  /** A PostgreSQL server, started here or given by {@code -Dakinai.postgres.url}. */
  POSTGRESQL,
  /** A MariaDB server, started here or given by {@code -Dakinai.mariadb.url}. */
  MARIADB
}
