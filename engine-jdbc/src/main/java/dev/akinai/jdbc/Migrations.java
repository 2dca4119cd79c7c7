package dev.akinai.jdbc;

import dev.akinai.jdbc.store.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/** Makes and upgrades the tables from the SQL files that a host could run itself, with a history of its own. Immutable. */
final class Migrations {

  /** One change of the tables; its file is {@code V<version>__<name>.sql} in each engine's folder. */
  private record Change(int version, String name) {

    String file(Dialect dialect) {
      return "schema/%s/V%d__%s.sql".formatted(dialect.folder(), version, name);
    }
  }

  private static final List<Change> CHANGES =
      List.of(new Change(1, "foundation"), new Change(2, "price_lists"));
  private static final Pattern PREFIX = Pattern.compile("\\bak_(?=[a-z])");
  private static final Pattern COMMENT = Pattern.compile("(?m)^--.*$");
  private static final Pattern END = Pattern.compile(";\\s*(?:\\R|$)");

  private final Dialect dialect;
  private final JdbcSettings settings;

  Migrations(Dialect dialect, JdbcSettings settings) {
    this.dialect = dialect;
    this.settings = settings;
  }

  /** The version that this library needs. */
  static int newest() {
    return CHANGES.get(CHANGES.size() - 1).version();
  }

  /** Runs what is missing. */
  void run(DataSource source) {
    FluentConfiguration flyway = Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .table(SchemaHistory.table(settings))
        .locations(new String[0])
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .createSchemas(false)
        .javaMigrations(CHANGES.stream().map(Step::new).toArray(JavaMigration[]::new));
    settings.schema().map(this::folded).ifPresent(flyway::defaultSchema);
    flyway.load().migrate();
  }

  private String folded(String schema) {
    return dialect == Dialect.H2 ? schema.toUpperCase(Locale.ROOT) : schema;
  }

  /** The statements of a file, under this host's prefix. */
  private List<String> statements(String file) {
    String sql = COMMENT.matcher(read(file)).replaceAll("");
    return Stream.of(END.split(PREFIX.matcher(sql).replaceAll(settings.prefix())))
        .map(String::strip)
        .filter(statement -> !statement.isEmpty())
        .toList();
  }

  private static String read(String file) {
    try (InputStream in = Migrations.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One file as Flyway runs it. */
  private final class Step implements JavaMigration {

    private final Change change;

    Step(Change change) {
      this.change = change;
    }

    @Override
    public MigrationVersion getVersion() {
      return MigrationVersion.fromVersion(String.valueOf(change.version()));
    }

    @Override
    public String getDescription() {
      return change.name();
    }

    @Override
    public Integer getChecksum() {
      return read(change.file(dialect)).replace("\r\n", "\n").hashCode();
    }

    @Override
    public boolean canExecuteInTransaction() {
      return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
      try (Statement statement = context.getConnection().createStatement()) {
        for (String sql : statements(change.file(dialect))) {
          statement.execute(sql);
        }
      }
    }
  }
}
