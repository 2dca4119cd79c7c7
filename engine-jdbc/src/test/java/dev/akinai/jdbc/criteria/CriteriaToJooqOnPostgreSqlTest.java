package dev.akinai.jdbc.criteria;

import dev.akinai.jdbc.engines.Engine;
import dev.akinai.jdbc.engines.TestDatabases;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

/** The agreement of the two interpreters on PostgreSQL. */
class CriteriaToJooqOnPostgreSqlTest extends CriteriaAgreement {

  @Override
  DataSource dataSource() {
    return TestDatabases.fresh(Engine.POSTGRESQL);
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.POSTGRES;
  }
}
