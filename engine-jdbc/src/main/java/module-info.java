/** The storage on PostgreSQL, MariaDB and H2: {@code JdbcStorage} and what it takes to join a host's transaction. */
module dev.akinai.jdbc {
  requires static jakarta.xml.bind;
  requires static org.jspecify;
  requires transitive dev.akinai.api;
  requires transitive java.sql;
  requires com.zaxxer.hikari;
  requires flyway.core;
  requires org.jooq;

  exports dev.akinai.jdbc;
  exports dev.akinai.jdbc.generated to
      org.jooq;
  exports dev.akinai.jdbc.generated.tables to
      org.jooq;
  exports dev.akinai.jdbc.generated.tables.records to
      org.jooq;
  exports dev.akinai.jdbc.store to
      org.jooq;
}
