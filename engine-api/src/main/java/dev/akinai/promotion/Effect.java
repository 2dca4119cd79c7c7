package dev.akinai.promotion;

import dev.akinai.base.InvalidInputException;
import dev.akinai.money.Money;

/** What an offer does to the lines in its scope. Immutable records. */
public sealed interface Effect {

  /**
   * A share of the scope's amount off, rounded once, half up.
   *
   * @param ppm parts per million, 1 to 1,000,000 (100 %); 85,000 is 8.5 %
   */
  record Percent(long ppm) implements Effect {
    /** Checks the rate. */
    public Percent {
      if (ppm < 1 || ppm > 1_000_000) {
        throw new InvalidInputException(
            "The rate (" + ppm + " ppm) must be 1 to 1,000,000. Maybe 8.5 % was meant: 85000.");
      }
    }
  }

  /**
   * An amount off, once for the scope.
   *
   * @param off more than 0; never more than the scope's amount is taken
   */
  record Amount(Money off) implements Effect {
    /** Checks the sign. */
    public Amount {
      if (off.minor() < 1) {
        throw new InvalidInputException(
            "The amount off (" + off + ") must be more than 0. Maybe leave the offer out.");
      }
    }
  }
}
