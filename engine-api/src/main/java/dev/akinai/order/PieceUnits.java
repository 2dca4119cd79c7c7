package dev.akinai.order;

import dev.akinai.base.InvalidInputException;
import java.util.List;

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

  /**
   * Checks that a list names pieces, and each once.
   *
   * @param units which units
   * @throws InvalidInputException if it is empty or names a piece twice
   */
  public static void requireDistinct(List<PieceUnits> units) {
    long pieces = units.stream().map(PieceUnits::piece).distinct().count();
    if (units.isEmpty() || pieces < units.size()) {
      throw new InvalidInputException(
          "The units (%s) must name at least one piece, and each once. Maybe add the quantities up."
              .formatted(units));
    }
  }
}
