package dev.akinai.order;

import dev.akinai.base.Text;
import java.util.List;

/**
 * Takes delivered units back and gives back what exactly they carry. Immutable.
 *
 * @param order which order
 * @param units which units, each piece once
 * @param reason the host's reason code, 1 to 64 visible characters
 * @param restock true if the goods can be sold again
 */
public record ReturnUnits(OrderId order, List<PieceUnits> units, String reason, boolean restock) {

  /** Checks the units. */
  public ReturnUnits {
    units = List.copyOf(units);
    Text.requireVisible("reason", reason, 64);
    PieceUnits.requireDistinct(units);
  }
}
