package dev.akinai.jdbc.criteria;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.SQLDialect;

/** The agreement of the two interpreters on H2, which runs everywhere. */
class CriteriaToJooqOnH2Test extends CriteriaAgreement {

  @Override
  DataSource dataSource() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:criteria");
    return source;
  }

  @Override
  SQLDialect dialect() {
    return SQLDialect.H2;
  }
}
