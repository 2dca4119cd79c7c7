package dev.akinai.order;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import java.util.List;
import java.util.stream.Collectors;

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
    if (units.isEmpty()
        || units.stream().map(PieceUnits::piece).collect(Collectors.toSet()).size()
            < units.size()) {
      throw new InvalidInputException(
          "The units of a return (%s) must name at least one piece, and each once. Maybe add the quantities up."
              .formatted(units));
    }
  }
}
