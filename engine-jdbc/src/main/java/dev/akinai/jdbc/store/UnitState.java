package dev.akinai.jdbc.store;

import dev.akinai.spi.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.BooleanSupplier;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;

/**
 * A unit's connection and the failure that ended it: no statement runs after one, so none can be swallowed. For one thread.
 */
public final class UnitState implements ExecuteListener {

  private static final long serialVersionUID = 1L;

  private final transient Connection connection;
  private final transient Failures failures;
  private transient @Nullable StorageException failure;

  /**
   * Watches a connection.
   *
   * @param connection of the unit
   * @param failures how its errors are read
   */
  public UnitState(Connection connection, Failures failures) {
    this.connection = connection;
    this.failures = failures;
  }

  /**
   * What ended the unit, even if the work went on.
   *
   * @return the first failure, or null
   */
  public @Nullable StorageException failure() {
    return failure;
  }

  /**
   * Remembers what ends the unit; a key that is there already does not.
   *
   * @param error what happened
   * @return the same
   */
  public StorageException note(StorageException error) {
    if (failure == null && !(error instanceof DuplicateKey)) {
      failure = error;
    }
    return error;
  }

  @Override
  public void start(ExecuteContext context) {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void exception(ExecuteContext context) {
    SQLException error = context.sqlException();
    if (error != null) {
      context.exception(note(failures.ofStatement(error)));
    }
  }

  /** Runs changes of which all are kept or, if they answer false, none. */
  boolean allOrNothing(BooleanSupplier changes) {
    Savepoint before = savepoint();
    boolean kept = changes.getAsBoolean();
    end(before, kept);
    return kept;
  }

  private Savepoint savepoint() {
    try {
      return connection.setSavepoint();
    } catch (SQLException e) {
      throw note(failures.ofStatement(e));
    }
  }

  private void end(Savepoint savepoint, boolean kept) {
    try {
      if (!kept) {
        connection.rollback(savepoint);
      }
      connection.releaseSavepoint(savepoint);
    } catch (SQLException e) {
      throw note(failures.ofStatement(e));
    }
  }
}
