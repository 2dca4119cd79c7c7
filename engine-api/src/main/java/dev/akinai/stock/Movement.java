package dev.akinai.stock;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.location.LocationId;
import java.util.List;

/**
 * Goods that come in, come back, are lost or counted at one place. Immutable.
 *
 * @param kind why
 * @param location where
 * @param goods 1 to 2,000 lines
 * @param ref the host's document, such as a delivery note, 1 to 96 visible characters
 */
public record Movement(Kind kind, LocationId location, List<StockLine> goods, String ref) {

  /** Why goods move. */
  public enum Kind {
    /** Bought goods arrive: more can be promised. */
    RECEIPT,
    /** Sold goods come back: more can be promised. */
    RETURN,
    /** Goods are gone or unsellable: less can be promised; promises already made may be left uncovered. */
    LOSS
  }

  /** Checks the lines. */
  public Movement {
    goods = List.copyOf(goods);
    Text.requireVisible("ref", ref, 96);
    if (goods.isEmpty()) {
      throw new InvalidInputException(
          "The movement (%s) must have at least one line. Maybe there is nothing to book."
              .formatted(ref));
    }
    if (goods.size() > HoldRequest.MAX_LINES) {
      throw new dev.akinai.base.InputTooLargeException(
          "lines of a movement", HoldRequest.MAX_LINES, goods.size());
    }
  }

  /**
   * A delivery at the shop's main place.
   *
   * @param ref the delivery note
   * @param goods what arrived
   * @return the movement
   */
  public static Movement receipt(String ref, StockLine... goods) {
    return new Movement(Kind.RECEIPT, LocationId.MAIN, List.of(goods), ref);
  }
}
