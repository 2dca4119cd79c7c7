package dev.akinai.quota;

import dev.akinai.base.InvalidInputException;

/**
 * What kind of scarce thing a cell counts; its number is also its place in the one lock order, coldest first.
 *
 * <p>Source: STOCK section 3.
 */
public enum CellClass {
  /** One use by one buyer. */
  BUYER(10),
  /** One use of a shared code, or one coupon still to be claimed. */
  CODE(20),
  /** One use of an offer, one minor unit of its budget, or one prize. */
  PROMOTION(30),
  /** One unit of a SKU at a place. */
  WAREHOUSE(40),
  /** One unit of a preorder wave. */
  WAVE(50),
  /** One unit somewhere among several places. */
  SELLABLE(60),
  /** One unit set aside for, or permitted to, a channel. */
  CHANNEL(70),
  /** One unit set aside for a flash sale; the hottest, so locked last. */
  FLASH(80);

  private final int number;

  CellClass(int number) {
    this.number = number;
  }

  /**
   * The number under which it is stored and sorted.
   *
   * @return 10 to 80
   */
  public int number() {
    return number;
  }

  /**
   * The class with a stored number.
   *
   * @param number 10 to 80
   * @return the class
   * @throws InvalidInputException if no class has it
   */
  public static CellClass ofNumber(int number) {
    for (CellClass each : values()) {
      if (each.number == number) {
        return each;
      }
    }
    throw new InvalidInputException(
        "The cell class (%d) must be one of 10, 20 ... 80. Maybe the row was written by a newer version."
            .formatted(number));
  }
}
