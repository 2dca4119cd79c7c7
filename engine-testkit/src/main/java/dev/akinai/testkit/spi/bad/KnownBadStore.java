package dev.akinai.testkit.spi.bad;

import dev.akinai.spi.Storage;
import dev.akinai.spi.UnitOfWork;
import dev.akinai.testkit.spi.ForwardingStorage;
import java.util.function.UnaryOperator;

/**
 * Mistakes that stores are known to make, each to be put around a storage that is right: proof that the contract bites.
 *
 * <p>The numbers are those of the list of known-bad stores; the missing ones need a database, buckets or batches. Run the contract on
 * {@link #around} your own storage to see that your run of it is in order.
 */
public enum KnownBadStore {
  /** Reads the counter, checks, and writes the number it computed. */
  K1("writes the number it computed", "R-STO-11", storage -> new StaleReads(storage, true)),
  /** Adds the entries up, checks, and inserts one more. */
  K2("sums entries, then inserts", "R-STO-11", storage -> new StaleReads(storage, false)),
  /** Compares the first half of a demand only, as if each line stood alone. */
  K5("checks each line alone", "R-STO-13", units(BadCells.LineByLine::new)),
  /** Takes cell after cell, and does not give back when one is short. */
  K6("keeps the lines before the short one", "R-STO-12", units(BadCells.KeepsTaken::new)),
  /** Looks whether a key is there, and inserts it later, without a claim that makes others wait. */
  K7("looks a key up, then inserts without a claim", "R-STO-07", LookedUpClaims::new),
  /** Writes claims down outside the transaction. */
  K8("remembers refusals", "R-STO-08", RememberedClaims::new),
  /** Writes the state of a hold whatever it was. */
  K9("resolves without compare-and-set", "R-STO-21", units(BadHolds.AlwaysResolves::new)),
  /** Does not write down what the cells know. */
  K10("settles by adding, not to the target", "R-STO-24", units(BadHolds.ForgetsSettling::new)),
  /** Writes the events in a second transaction. */
  K13("writes the event after commit", "R-STO-37", LateEvents::new),
  /** Lets whoever asks acknowledge under the newest lease. */
  K15("acknowledges without a fence", "R-STO-39", Fenceless::new),
  /** Says that all was taken when only a part was there. */
  K16("clamps claw-back at zero", "R-STO-30", units(BadLedger.Clamps::new)),
  /** Gives lots in the order of their ids. */
  K17("ignores expiry order", "R-STO-32", units(BadLedger.OrdersById::new)),
  /** Keeps inbox claims under consumer and message only. */
  K19("forgets the shop in one statement", "R-STO-45", ShoplessInbox::new),
  /** Computes deadlines on this process's own clock. */
  K20("uses the JVM's clock for deadlines", "R-STO-25", units(BadHolds.OwnClock::new));

  private final String defect;
  private final String rule;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor, without state
  private final UnaryOperator<Storage> wrapper;

  KnownBadStore(String defect, String rule, UnaryOperator<Storage> wrapper) {
    this.defect = defect;
    this.rule = rule;
    this.wrapper = wrapper;
  }

  /**
   * What is wrong with it.
   *
   * @return in a few words
   */
  public String defect() {
    return defect;
  }

  /**
   * The rule that must fail.
   *
   * @return such as {@code R-STO-11}
   */
  public String rule() {
    return rule;
  }

  /**
   * The same storage with the mistake.
   *
   * @param storage that is right
   * @return the bad store
   */
  public Storage around(Storage storage) {
    return wrapper.apply(storage);
  }

  private static UnaryOperator<Storage> units(UnaryOperator<UnitOfWork> bad) {
    return storage -> new ForwardingStorage(storage) {
      @Override
      protected UnitOfWork unit(UnitOfWork unit) {
        return bad.apply(unit);
      }
    };
  }
}
