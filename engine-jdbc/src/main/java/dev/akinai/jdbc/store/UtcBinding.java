package dev.akinai.jdbc.store;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamCastMode;

/**
 * Stores instants as UTC date and time with six digits, and never lets a driver apply a time zone. Stateless.
 *
 * <p>Public because generated classes name it.
 */
public final class UtcBinding implements Binding<LocalDateTime, Instant> {

  private static final long serialVersionUID = 1L;

  private static final Converter<LocalDateTime, Instant> UTC = Converter.ofNullable(
      LocalDateTime.class,
      Instant.class,
      stored -> stored.toInstant(ZoneOffset.UTC),
      instant -> LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC));

  @Override
  public Converter<LocalDateTime, Instant> converter() {
    return UTC;
  }

  @Override
  public void sql(BindingSQLContext<Instant> context) {
    boolean typed = context.family() == SQLDialect.H2
        && context.configuration().settings().getParamCastMode() == ParamCastMode.DEFAULT;
    context
        .render()
        .sql(typed ? "cast(" : "")
        .sql(context.variable())
        .sql(typed ? " as timestamp(6))" : ""); // H2's MERGE asks for the type of each value
  }

  @Override
  public void set(BindingSetStatementContext<Instant> context) throws SQLException {
    LocalDateTime value = context.convert(UTC).value();
    if (value == null) {
      context.statement().setNull(context.index(), Types.TIMESTAMP);
    } else {
      context.statement().setObject(context.index(), value);
    }
  }

  @Override
  public void get(BindingGetResultSetContext<Instant> context) throws SQLException {
    context.convert(UTC).value(context.resultSet().getObject(context.index(), LocalDateTime.class));
  }

  @Override
  public void register(BindingRegisterContext<Instant> context) throws SQLException {
    throw unsupported();
  }

  @Override
  public void set(BindingSetSQLOutputContext<Instant> context) throws SQLException {
    throw unsupported();
  }

  @Override
  public void get(BindingGetStatementContext<Instant> context) throws SQLException {
    throw unsupported();
  }

  @Override
  public void get(BindingGetSQLInputContext<Instant> context) throws SQLException {
    throw unsupported();
  }

  private static SQLException unsupported() {
    return new SQLFeatureNotSupportedException("The engine calls no database routine.");
  }
}
