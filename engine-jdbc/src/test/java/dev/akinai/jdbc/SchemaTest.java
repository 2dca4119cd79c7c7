package dev.akinai.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.jdbc.engines.Engine;
import dev.akinai.jdbc.engines.TestDatabases;
import dev.akinai.jdbc.generated.DefaultSchema;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the files make on each engine is what the generated classes say, whoever runs them. */
class SchemaTest {

  private static final String PREFIX = "ak_";

  /** By table: each column, marked if it may be NULL, and its place in the primary key. */
  private static Map<String, Map<String, String>> generated() {
    var tables = new TreeMap<String, Map<String, String>>();
    for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
      var columns = new TreeMap<String, String>();
      for (Field<?> field : table.fields()) {
        columns.put(field.getName(), field.getDataType().nullable() ? "NULL" : "NOT NULL");
      }
      int place = 1;
      for (TableField<?, ?> field :
          Objects.requireNonNull(table.getPrimaryKey()).getFields()) {
        columns.merge(field.getName(), " KEY " + place++, String::concat);
      }
      tables.put(table.getName(), columns);
    }
    return tables;
  }

  private static Map<String, Map<String, String>> made(DataSource source) throws SQLException {
    var tables = new TreeMap<String, Map<String, String>>();
    try (Connection connection = source.getConnection()) {
      DatabaseMetaData metadata = connection.getMetaData();
      addColumns(tables, metadata, connection);
      for (var table : tables.entrySet()) {
        addKey(table.getKey(), table.getValue(), metadata, connection);
      }
    }
    return tables;
  }

  private static void addColumns(
      Map<String, Map<String, String>> tables, DatabaseMetaData metadata, Connection connection)
      throws SQLException {
    try (ResultSet columns =
        metadata.getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
      while (columns.next()) {
        String table = columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        if (table.startsWith(PREFIX) && !table.equals(PREFIX + "schema_history")) {
          tables
              .computeIfAbsent(table, key -> new TreeMap<>())
              .put(
                  columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                  columns.getInt("NULLABLE") == DatabaseMetaData.columnNullable
                      ? "NULL"
                      : "NOT NULL");
        }
      }
    }
  }

  private static void addKey(
      String table, Map<String, String> columns, DatabaseMetaData metadata, Connection connection)
      throws SQLException {
    String name = metadata.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
    try (ResultSet key =
        metadata.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), name)) {
      while (key.next()) {
        columns.merge(
            key.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
            " KEY " + key.getInt("KEY_SEQ"),
            String::concat);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"H2", "POSTGRESQL", "MARIADB"})
  void theFilesMakeWhatTheClassesSay(Engine engine) throws Exception {
    DataSource byHand = TestDatabases.fresh(engine);
    Scripts.run(byHand, engine);
    assertThat(made(byHand)).isEqualTo(generated()).hasSizeGreaterThan(25);

    DataSource migrated = TestDatabases.fresh(engine);
    JdbcStorage.open(migrated).close();
    assertThat(made(migrated)).isEqualTo(generated());
  }
}
