package dev.akinai.promotion;

import dev.akinai.base.InvalidInputException;
import dev.akinai.money.Money;

/** What is given on an amount: a share of it, a sum off it, or a price instead of it. Immutable records. */
public sealed interface Benefit {

  /**
   * A share off.
   *
   * @param ppm parts per million, 1 to 1,000,000 (100 %); 85,000 is 8.5 %
   */
  record PercentOff(long ppm) implements Benefit {
    /** Checks the rate. */
    public PercentOff {
      Benefit.requireRate(ppm);
    }
  }

  /**
   * A sum off.
   *
   * @param off more than 0
   */
  record AmountOff(Money off) implements Benefit {
    /** Checks the sign. */
    public AmountOff {
      Benefit.requirePositive("amount off", off);
    }
  }

  /**
   * A price instead; never used where it would be higher.
   *
   * @param price 0 or more
   */
  record FixedPrice(Money price) implements Benefit {
    /** Checks the sign. */
    public FixedPrice {
      if (price.minor() < 0) {
        throw new InvalidInputException(
            "The price (" + price + ") must be 0 or more. Maybe an amount off was meant.");
      }
    }
  }

  /**
   * Checks a rate.
   *
   * @param ppm parts per million
   */
  static void requireRate(long ppm) {
    if (ppm < 1 || ppm > 1_000_000) {
      throw new InvalidInputException(
          "The rate (" + ppm + " ppm) must be 1 to 1,000,000. Maybe 8.5 % was meant: 85000.");
    }
  }

  /**
   * Checks that an amount is more than nothing.
   *
   * @param field its name
   * @param amount the amount
   */
  static void requirePositive(String field, Money amount) {
    if (amount.minor() < 1) {
      throw new InvalidInputException(
          "The " + field + " (" + amount + ") must be more than 0. Maybe leave the offer out.");
    }
  }
}
