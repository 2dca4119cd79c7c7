package dev.akinai.jdbc.engines;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A running server that makes databases; what it made it drops again when closed. */
final class Server implements AutoCloseable {
  /** Ends a server that was started here; does nothing for one that was given. */
  interface Stop {
    void run() throws Exception;
  }

  private final String adminUrl;
  private final Stop stop;
  private final List<String> made = new ArrayList<>();

  private Server(String adminUrl, Stop stop) {
    this.adminUrl = adminUrl;
    this.stop = stop;
  }

  /** A server that somebody else runs; the address carries a user who may create databases. */
  static Server given(String adminUrl) {
    return new Server(adminUrl, () -> {});
  }

  static Server started(String adminUrl, Stop stop) {
    return new Server(adminUrl, stop);
  }

  /** Creates an empty database and answers its address. */
  synchronized String create() {
    String name = "ak_test_" + ProcessHandle.current().pid() + "_" + made.size();
    execute("CREATE DATABASE " + name);
    made.add(name);
    return withDatabase(adminUrl, name);
  }

  @Override
  public synchronized void close() throws Exception {
    try {
      for (String name : made) {
        execute(drop(name));
      }
    } finally {
      made.clear();
      stop.run();
    }
  }

  private String drop(String name) {
    boolean postgres = adminUrl.toLowerCase(Locale.ROOT).startsWith("jdbc:postgresql:");
    return "DROP DATABASE " + name + (postgres ? " WITH (FORCE)" : "");
  }

  private void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(adminUrl);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("The test server refused: " + sql, e);
    }
  }

  /** jdbc:x://host:port/old?options becomes jdbc:x://host:port/new?options. */
  static String withDatabase(String url, String name) {
    int path = url.indexOf('/', url.indexOf("//") + 2);
    int options = url.indexOf('?');
    String tail = options < 0 ? "" : url.substring(options);
    if (path < 0 || (options >= 0 && path > options)) {
      throw new IllegalArgumentException(
          "The address (" + url + ") must name a database. Maybe end it with /postgres or /mysql.");
    }
    return url.substring(0, path + 1) + name + tail;
  }
}
