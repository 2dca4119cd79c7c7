package dev.akinai.pricing;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.catalog.SkuId;
import dev.akinai.money.Money;
import dev.akinai.stock.StockLine;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One line of a cart. Immutable.
 *
 * @param id the host's name for the line, 1 to 64 visible characters, unique in the cart
 * @param sku which variant
 * @param quantity 0 to 10^9 units; a line of 0 is dropped
 * @param fixedPrice a price for one unit that was agreed elsewhere; no price list is asked for it
 * @param merchant who sells it, or empty for the shop itself
 * @param taxClass the class of its tax, or empty for {@code standard}
 * @param attributes what else makes its price differ, asked for as {@code attribute.<name>}; at most 32
 * @param adjustments reductions that another channel gave; a line that has any is in no offer's scope; at most 16
 */
public record CartLine(
    String id,
    SkuId sku,
    long quantity,
    Optional<Money> fixedPrice,
    Optional<String> merchant,
    Optional<String> taxClass,
    Map<String, String> attributes,
    List<ExternalAdjustment> adjustments) {

  /** Checks the texts and the quantity. */
  public CartLine {
    Text.requireVisible("line id", id, 64);
    merchant.ifPresent(text -> Text.requireVisible("merchant", text, 64));
    taxClass.ifPresent(text -> Text.requireVisible("tax class", text, 64));
    if (quantity < 0) {
      throw new InvalidInputException(
          "The quantity (%d) of %s must be 0 or more. Maybe a return was meant."
              .formatted(quantity, sku));
    }
    requireSize("quantity", quantity, StockLine.MAX_QUANTITY);
    requireSize("attributes of a line", attributes.size(), 32);
    requireSize("adjustments of a line", adjustments.size(), 16);
    fixedPrice.ifPresent(price -> requireNotNegative(sku, price));
    attributes.forEach((name, value) -> {
      Text.requireVisible("attribute", name, 64);
      Text.requireText("attribute " + name, value, 200);
    });
    attributes = attributes.isEmpty()
        ? Map.of()
        : Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    adjustments = List.copyOf(adjustments);
  }

  /**
   * A line at the price of the price lists.
   *
   * @param id the host's name for the line
   * @param sku which variant
   * @param quantity 0 to 10^9 units
   * @return the line
   */
  public static CartLine of(String id, String sku, long quantity) {
    return new CartLine(
        id,
        new SkuId(sku),
        quantity,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        List.of());
  }

  /**
   * The same line at a price that was agreed elsewhere.
   *
   * @param unitPrice of one unit
   * @return a changed copy
   */
  public CartLine at(Money unitPrice) {
    return new CartLine(
        id, sku, quantity, Optional.of(unitPrice), merchant, taxClass, attributes, adjustments);
  }

  /**
   * The same line sold by a merchant.
   *
   * @param name 1 to 64 visible characters
   * @return a changed copy
   */
  public CartLine soldBy(String name) {
    return new CartLine(
        id, sku, quantity, fixedPrice, Optional.of(name), taxClass, attributes, adjustments);
  }

  /**
   * The same line in a tax class.
   *
   * @param name 1 to 64 visible characters
   * @return a changed copy
   */
  public CartLine taxedAs(String name) {
    return new CartLine(
        id, sku, quantity, fixedPrice, merchant, Optional.of(name), attributes, adjustments);
  }

  /**
   * The same line with other attributes.
   *
   * @param others by name
   * @return a changed copy
   */
  public CartLine with(Map<String, String> others) {
    return new CartLine(id, sku, quantity, fixedPrice, merchant, taxClass, others, adjustments);
  }

  /**
   * The same line with reductions that another channel gave.
   *
   * @param others the reductions
   * @return a changed copy
   */
  public CartLine adjusted(List<ExternalAdjustment> others) {
    return new CartLine(id, sku, quantity, fixedPrice, merchant, taxClass, attributes, others);
  }

  /**
   * The same line with another number of units.
   *
   * @param units 0 to 10^9
   * @return a changed copy
   */
  public CartLine times(long units) {
    return new CartLine(id, sku, units, fixedPrice, merchant, taxClass, attributes, adjustments);
  }

  private static void requireSize(String field, long size, long max) {
    if (size > max) {
      throw new InputTooLargeException(field, max, size);
    }
  }

  private static void requireNotNegative(SkuId sku, Money price) {
    if (price.minor() < 0) {
      throw new InvalidInputException(
          "The fixed price (%s) of %s must be 0 or more. Maybe use an offer to give a reduction."
              .formatted(price, sku));
    }
  }
}
