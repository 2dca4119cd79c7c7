package dev.akinai.jdbc;

import dev.akinai.jdbc.engines.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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
    var all = new StringBuilder();
    for (String name : List.of("V1__foundation", "V2__price_lists")) {
      String file = "/dev/akinai/jdbc/schema/" + folder + "/" + name + ".sql";
      try (InputStream in = Scripts.class.getResourceAsStream(file)) {
        byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
        all.append(new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }
}
