package dev.akinai.jdbc.store;

import org.jooq.SQLDialect;

/** The database engines that the storage knows, with what differs between them. Immutable. */
public enum Dialect {
  /** H2 2.3 and newer. */
  H2(SQLDialect.H2, "H2", "h2"),
  /** PostgreSQL. */
  POSTGRESQL(SQLDialect.POSTGRES, "PostgreSQL", "postgresql"),
  /** MariaDB 10.6 and newer. */
  MARIADB(SQLDialect.MARIADB, "MariaDB", "mariadb");

  private final SQLDialect jooq;
  private final String product;
  private final String folder;

  Dialect(SQLDialect jooq, String product, String folder) {
    this.jooq = jooq;
    this.product = product;
    this.folder = folder;
  }

  /** What jOOQ calls it. */
  public SQLDialect jooq() {
    return jooq;
  }

  /** What a driver's metadata calls it. */
  public String product() {
    return product;
  }

  /** Where its SQL files lie, below {@code schema}. */
  public String folder() {
    return folder;
  }
}
