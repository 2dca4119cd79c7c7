package dev.akinai.pricing;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.money.Money;

/**
 * A reduction that another channel gave on a line: kept as it is, never computed anew (PRICING row 44). Immutable.
 *
 * @param code the other channel's name for it, 1 to 64 visible characters
 * @param party who bears it, 1 to 64 visible characters
 * @param amount what it takes off the line, 0 or more
 */
public record ExternalAdjustment(String code, String party, Money amount) {

  /** Checks the texts and the sign. */
  public ExternalAdjustment {
    Text.requireVisible("adjustment", code, 64);
    Text.requireVisible("party", party, 64);
    if (amount.minor() < 0) {
      throw new InvalidInputException(
          "The adjustment (%s) must be 0 or more. Maybe a surcharge is a charge line."
              .formatted(amount));
    }
  }
}
