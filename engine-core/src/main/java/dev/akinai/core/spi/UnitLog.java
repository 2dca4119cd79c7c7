package dev.akinai.core.spi;

import dev.akinai.spi.StorageException;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * How to take back what the units of one shop wrote, newest first; it also knows which thread has a unit open.
 *
 * <p>Guarded by the shop's turn: only the thread that has it may open a unit.
 */
final class UnitLog {

  private final ArrayDeque<Runnable> undo = new ArrayDeque<>();
  private volatile @Nullable Thread owner;
  private @Nullable StorageException failure;

  void open() {
    owner = Thread.currentThread();
    failure = null;
  }

  void close() {
    owner = null;
  }

  /** A savepoint: what is recorded after it can be taken back alone. */
  int mark() {
    return undo.size();
  }

  void undoTo(int mark) {
    while (undo.size() > mark) {
      undo.pop().run();
    }
  }

  void keep() {
    undo.clear();
  }

  void record(Runnable takeBack) {
    undo.push(takeBack);
  }

  /** Ends what the unit can do: whatever its work makes of the exception, nothing of it is kept. */
  StorageException fail(StorageException.Failure kind, String message) {
    var failed = new StorageException(kind, message);
    failure = failed;
    return failed;
  }

  StorageException broken(String message) {
    return fail(StorageException.Failure.BROKEN, message);
  }

  void requireOpen() {
    if (owner != Thread.currentThread()) {
      throw new IllegalStateException(
          "The unit of work (ended, or of another thread) must be open on this thread. Maybe use it only inside inTransaction.");
    }
    requireSound();
  }

  void requireSound() {
    if (failure != null) {
      throw failure;
    }
  }
}
