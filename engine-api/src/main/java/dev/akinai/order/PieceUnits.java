package dev.akinai.order;

import dev.akinai.base.InvalidInputException;

/**
 * So many units of a piece of an order. Immutable.
 *
 * @param piece the piece's number
 * @param quantity 1 or more
 */
public record PieceUnits(int piece, long quantity) {

  /** Checks the quantity. */
  public PieceUnits {
    if (quantity < 1) {
      throw new InvalidInputException(
          "The quantity (%d) of piece %d must be 1 or more. Maybe leave it out."
              .formatted(quantity, piece));
    }
  }
}
