package dev.akinai.samples.workbench.common;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source that adds up how long its database works: what passes while a statement is prepared or run, and while a transaction is
 * begun, committed or undone. Reading rows out of a result is not counted. Thread-safe.
 */
public final class DatabaseTime implements DataSource {

  private static final Set<String> TIMED = Set.of(
      "commit",
      "rollback",
      "setAutoCommit",
      "setTransactionIsolation",
      "setSavepoint",
      "releaseSavepoint");

  private final DataSource inner;
  private final LongAdder nanos = new LongAdder();
  private final LongAdder statements = new LongAdder();
  private final LongAdder commits = new LongAdder();

  /**
   * Measures a data source.
   *
   * @param inner where connections come from
   */
  public DatabaseTime(DataSource inner) {
    this.inner = inner;
  }

  /**
   * How long the database worked so far.
   *
   * @return nanoseconds, over all threads
   */
  public long nanos() {
    return nanos.sum();
  }

  /**
   * How many statements were run.
   *
   * @return each batch is one
   */
  public long statements() {
    return statements.sum();
  }

  /**
   * How many transactions were committed.
   *
   * @return commits
   */
  public long commits() {
    return commits.sum();
  }

  @Override
  public Connection getConnection() throws SQLException {
    return timed(inner.getConnection(), Connection.class);
  }

  @Override
  public Connection getConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    return timed(inner.getConnection(user, password), Connection.class);
  }

  private <T> T timed(T target, Class<T> type) {
    InvocationHandler handler = (proxy, method, args) -> invoke(target, method, args);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private @Nullable Object invoke(Object target, Method method, Object @Nullable [] args)
      throws Throwable {
    String name = method.getName();
    boolean runs = name.startsWith("execute");
    boolean counts = runs || name.startsWith("prepare") || TIMED.contains(name);
    long start = counts ? System.nanoTime() : 0;
    try {
      return wrap(method.invoke(target, args));
    } catch (InvocationTargetException failed) {
      throw failed.getCause() == null ? failed : failed.getCause();
    } finally {
      if (counts) {
        nanos.add(System.nanoTime() - start);
        statements.add(runs ? 1 : 0);
        commits.add(name.equals("commit") ? 1 : 0);
      }
    }
  }

  private @Nullable Object wrap(@Nullable Object made) {
    if (made instanceof CallableStatement call) {
      return timed(call, CallableStatement.class);
    }
    if (made instanceof PreparedStatement prepared) {
      return timed(prepared, PreparedStatement.class);
    }
    return made instanceof Statement statement ? timed(statement, Statement.class) : made;
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return inner.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    inner.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    inner.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return inner.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws java.sql.SQLFeatureNotSupportedException {
    return inner.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return inner.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return inner.isWrapperFor(type);
  }
}
