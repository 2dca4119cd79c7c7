package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;

/** Runs the SQL files as a host would: one statement after the other. */
final class Scripts {

  private Scripts() {}

  static void run(DataSource source, Engine engine) throws IOException, SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : text(engine).replaceAll("(?m)^--.*$", "").split(";")) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
  }

  private static String text(Engine engine) throws IOException {
    String folder = engine == Engine.H2_FILE ? "h2" : engine.name().toLowerCase(Locale.ROOT);
    String file = "/dev/akinai/jdbc/schema/" + folder + "/V1__foundation.sql";
    try (InputStream in = Scripts.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
