package dev.akinai.promotion;

import dev.akinai.base.InvalidInputException;
import java.util.OptionalLong;

/**
 * How often an offer may be used, ever. Immutable.
 *
 * @param total uses by everyone, or empty for no limit
 * @param perBuyer uses by one member, or empty for no limit
 */
public record Limits(OptionalLong total, OptionalLong perBuyer) {

  /** No limits. */
  public static final Limits NONE = new Limits(OptionalLong.empty(), OptionalLong.empty());

  /** Checks that a limit lets somebody in. */
  public Limits {
    if (total.orElse(1) < 1 || perBuyer.orElse(1) < 1) {
      throw new InvalidInputException(
          "The limits (%s, %s) must be 1 or more. Maybe retire the offer instead."
              .formatted(total, perBuyer));
    }
  }
}
