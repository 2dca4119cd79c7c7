package dev.akinai.jdbc.criteria;

import dev.akinai.jdbc.engines.Engine;
import dev.akinai.jdbc.engines.TestDatabases;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

/** The agreement of the two interpreters on MariaDB. */
class CriteriaToJooqOnMariaDbTest extends CriteriaAgreement {

  @Override
  DataSource dataSource() {
    return TestDatabases.fresh(Engine.MARIADB);
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.MARIADB;
  }
}
