package dev.akinai.quota;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import java.util.OptionalLong;

/**
 * So many units of one cell. Immutable.
 *
 * @param cell which counter
 * @param quantity 1 to 10^15 units
 * @param cap the limit that the request carries, or empty where the cell has its own
 */
public record Demand(CellKey cell, long quantity, OptionalLong cap) {

  /** Checks the quantity. */
  public Demand {
    if (quantity < 1) {
      throw new InvalidInputException(
          "The quantity (%d) of %s must be 1 or more. Maybe leave the line out."
              .formatted(quantity, cell));
    }
    if (quantity > CellChange.MAX_QUANTITY) {
      throw new InputTooLargeException("quantity", CellChange.MAX_QUANTITY, quantity);
    }
  }

  /**
   * A demand on a cell with its own limit.
   *
   * @param cell which counter
   * @param quantity 1 or more
   * @return the demand
   */
  public static Demand of(CellKey cell, long quantity) {
    return new Demand(cell, quantity, OptionalLong.empty());
  }
}
