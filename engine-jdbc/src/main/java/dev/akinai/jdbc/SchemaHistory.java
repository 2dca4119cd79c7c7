package dev.akinai.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** What Flyway wrote down about the tables, read without it, so that opening is quick. For one thread. */
final class SchemaHistory {

  private final Connection connection;
  private final JdbcSettings settings;

  SchemaHistory(Connection connection, JdbcSettings settings) {
    this.connection = connection;
    this.settings = settings;
  }

  static String table(JdbcSettings settings) {
    return settings.prefix() + "schema_history";
  }

  /** The newest version, or empty if there is no history. */
  Optional<Integer> installed() throws SQLException {
    return hasTable(table(settings)) ? newest() : Optional.empty();
  }

  private Optional<Integer> newest() {
    var version = DSL.field(DSL.quotedName("version"), SQLDataType.VARCHAR);
    var success = DSL.field(DSL.quotedName("success"), SQLDataType.BOOLEAN);
    return DSL
        .using(connection)
        .select(version)
        .from(DSL.table(name()))
        .where(version.isNotNull())
        .and(success)
        .fetch(version)
        .stream()
        .map(Integer::valueOf)
        .max(Comparator.naturalOrder());
  }

  private org.jooq.Name name() {
    var table = DSL.quotedName(table(settings));
    return settings.schema().isPresent()
        ? DSL.name(DSL.unquotedName(settings.schema().get()), table)
        : table;
  }

  /** Tells whether a table is there, in whatever case its engine keeps names. */
  boolean hasTable(String name) throws SQLException {
    boolean byCatalog = connection.getSchema() == null;
    @Nullable String catalog = byCatalog ? place(connection.getCatalog()) : connection.getCatalog();
    try (ResultSet tables = connection.getMetaData().getTables(catalog, null, "%", null)) {
      while (tables.next()) {
        if (tables.getString("TABLE_NAME").equalsIgnoreCase(name)
            && (byCatalog || isPlace(tables.getString("TABLE_SCHEM")))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isPlace(String schema) throws SQLException {
    return schema.equalsIgnoreCase(place(connection.getSchema()));
  }

  private @Nullable String place(@Nullable String own) {
    return settings.schema().orElse(own);
  }
}
