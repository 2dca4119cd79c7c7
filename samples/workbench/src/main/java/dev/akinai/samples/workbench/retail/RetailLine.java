package dev.akinai.samples.workbench.retail;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One line of the file. Immutable.
 *
 * @param number its place in the file, from 1 for the heading
 * @param invoice the invoice's number
 * @param code the stock code
 * @param title the description, maybe empty
 * @param quantity units, negative for goods that come back or are lost
 * @param at when, taken as UTC
 * @param price of one unit, in thousandths
 * @param customer who bought, or empty
 * @param country where the invoice goes
 */
record RetailLine(
    long number,
    String invoice,
    String code,
    String title,
    long quantity,
    Instant at,
    long price,
    Optional<String> customer,
    String country) {

  private static final Set<String> SERVICES = Set.of(
      "AMAZONFEE", "B", "BANK CHARGES", "C2", "CRUK", "D", "DOT", "M", "PADS", "POST", "S", "m");

  /** What it is about: decided by the invoice's letter, then by the signs. */
  LineKind kind() {
    char first = invoice.charAt(0);
    if (first == 'C') {
      return LineKind.CANCELLATION;
    }
    if (price < 0 || !Character.isDigit(first)) {
      return LineKind.OTHER;
    }
    if (quantity < 0) {
      return LineKind.STOCK_ADJUSTMENT;
    }
    return price == 0 ? LineKind.ZERO_PRICE_LINE : LineKind.SALE;
  }

  /** Whether it moves goods; fees, postage and vouchers are no goods. */
  boolean isGoods() {
    return isGoods(code);
  }

  /** Whether a code stands for goods. */
  static boolean isGoods(String code) {
    return !SERVICES.contains(code) && !code.startsWith("gift_");
  }

  /** Units on their way, whatever the direction. */
  long units() {
    return Math.abs(quantity);
  }

  /** Quantity times price, in thousandths. */
  long amount() {
    return Math.multiplyExact(quantity, price);
  }

  /** The month, such as {@code 2011-06}. */
  String month() {
    return at.toString().substring(0, 7);
  }
}
