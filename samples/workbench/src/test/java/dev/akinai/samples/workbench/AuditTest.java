package dev.akinai.samples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {

  @Test
  void aCounterChangedByHandIsFound(@TempDir Path folder) throws SQLException {
    String url = "jdbc:h2:file:" + folder.resolve("shop");
    Cli.run(
        "replay",
        "online-retail",
        Cli.write(folder, "lines.csv", OnlineRetailTest.LINES),
        "--jdbc",
        url);
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(
              "update ak_cell set consumed = consumed - 1 where item = 'A1'"))
          .isEqualTo(1);
    }

    Cli audit = Cli.run("audit", "--jdbc", url, "--shop", "online-retail");

    assertThat(audit.out()).contains("wh:main:A1").contains("consumed").contains("2 violations");
    assertThat(audit.code()).isEqualTo(1);
  }

  @Test
  void aShopThatIsNotThereIsNamed(@TempDir Path folder) {
    String url = "jdbc:h2:file:" + folder.resolve("shop");
    Cli.run(
        "replay",
        "online-retail",
        Cli.write(folder, "lines.csv", OnlineRetailTest.LINES),
        "--jdbc",
        url);

    Cli audit = Cli.run("audit", "--jdbc", url, "--shop", "nobody");

    assertThat(audit.err())
        .contains("The shop (nobody) must be in the database")
        .contains("--shop");
    assertThat(audit.code()).isEqualTo(2);
  }

  @Test
  void noDatabaseAndNoTablesAreMade(@TempDir Path folder) throws SQLException {
    String url = "jdbc:h2:file:" + folder.resolve("shop");

    Cli missing = Cli.run("audit", "--jdbc", url);
    assertThat(folder).isEmptyDirectory();
    DriverManager.getConnection(url).close();
    Cli empty = Cli.run("audit", "--jdbc", url);

    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("must be one that can be opened");
    assertThat(empty.code()).isEqualTo(2);
    assertThat(empty.err()).contains("table");
    assertThat(tables(url)).isZero();
  }

  private static int tables(String url) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var tables = connection.getMetaData().getTables(null, "PUBLIC", null, null)) {
      int count = 0;
      while (tables.next()) {
        count++;
      }
      return count;
    }
  }
}
