package dev.akinai.core.base;

import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.base.Refusal;
import dev.akinai.base.ShopId;
import dev.akinai.spi.Operations;
import dev.akinai.spi.Storage;
import dev.akinai.spi.StorageException;
import dev.akinai.spi.UnitOfWork;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Runs commands: the key is claimed first, the work follows in the same unit, a refusal undoes both.
 *
 * <p>A unit that failed without keeping anything, or whose outcome nobody knows, is run again as a whole from its claim, which is right
 * in both cases (RELIABILITY section 2). In a host's transaction nothing is run again: the failure goes to the host. Thread-safe.
 */
public final class Commands {

  private static final int MAX_TRIES = 8;
  private static final long FIRST_PAUSE_MS = 5;
  private static final long LONGEST_PAUSE_MS = 250;
  private static final Duration ASK_AFTER = Duration.ofMillis(500);

  private final Storage storage;
  private final Door door;
  private final boolean joined;

  /** Runs commands on a storage; {@code joined} if its units are parts of a host's transaction. */
  public Commands(Storage storage, Door door, boolean joined) {
    this.storage = storage;
    this.door = door;
    this.joined = joined;
  }

  /** One command: what names it, what it consists of, and what a replay is told. */
  public record Command(String kind, CallContext call, List<?> content, String result) {}

  /** Where time and ids come from. */
  public Door door() {
    return door;
  }

  /** Whether the units are parts of a host's transaction. */
  public boolean isJoined() {
    return joined;
  }

  /** The storage on which commands run. */
  public Storage storage() {
    return storage;
  }

  /**
   * Runs a command once.
   *
   * @param command what names it
   * @param work does it; throws {@link RefusedInside} to refuse
   * @param replay reads what an earlier success gave, from what its claim remembered
   */
  public <T> Outcome<T> run(
      Command command, Function<UnitOfWork, T> work, BiFunction<UnitOfWork, String, T> replay) {
    String hash = Hashes.ofCommand(command.content());
    boolean uncertain = false;
    for (int tries = 1; ; tries++) {
      try {
        return storage.inTransaction(
            command.call().shop(), unit -> once(unit, command, hash, work, replay));
      } catch (RefusedInside refused) {
        if (joined || !refused.isOutrun() || tries == MAX_TRIES) {
          return refused.asOutcome();
        }
        pauseBefore(tries + 1);
      } catch (StorageException failure) {
        requireMayRetry(failure);
        uncertain |= failure.failure() == StorageException.Failure.UNKNOWN;
        if (tries == MAX_TRIES) {
          return new Outcome.AskAgain<>(ASK_AFTER, uncertain);
        }
        pauseBefore(tries + 1);
      }
    }
  }

  /** Runs reads, or work that needs no key because doing it twice changes nothing. */
  public <T> T inUnit(ShopId shop, Function<UnitOfWork, T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return storage.inTransaction(shop, work);
      } catch (RefusedInside outrun) {
        if (joined || tries == MAX_TRIES) {
          throw new StorageException(
              StorageException.Failure.RETRYABLE,
              "Others changed the same thing first each time. Maybe try again later.",
              outrun);
        }
        pauseBefore(tries + 1);
      } catch (StorageException failure) {
        requireMayRetry(failure);
        if (tries == MAX_TRIES) {
          throw failure;
        }
        pauseBefore(tries + 1);
      }
    }
  }

  private <T> Outcome<T> once(
      UnitOfWork unit,
      Command command,
      String hash,
      Function<UnitOfWork, T> work,
      BiFunction<UnitOfWork, String, T> replay) {
    String key = command.call().requestKey().value();
    Operations.Answer answer = unit.operations()
        .claim(new Operations.Claim(command.kind(), key, door.newId(), hash, command.result()));
    return switch (answer.status()) {
      case NEW -> Outcome.done(work.apply(unit));
      case REPLAYED -> new Outcome.Done<>(replay.apply(unit, answer.result()), true);
      case REUSED -> throw RefusedInside.because(new Refusal.KeyReused(command.kind(), key));
    };
  }

  private void requireMayRetry(StorageException failure) {
    if (joined || failure.failure() == StorageException.Failure.BROKEN) {
      throw failure;
    }
  }

  private void pauseBefore(int attempt) {
    long ceiling = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS << Math.min(attempt, 10));
    door.pause().accept(door.chance().applyAsLong(ceiling) + 1);
  }
}
