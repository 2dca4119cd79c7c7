package dev.akinai.price;

import dev.akinai.base.InvalidInputException;
import dev.akinai.price.PriceList.Kind;
import java.util.EnumSet;
import java.util.List;

/**
 * How a shop chooses among prices that apply (PRICING 2.3). Immutable.
 *
 * @param base how the base price is chosen
 * @param precedence which kind of list goes first where several lower the base price; empty for the lowest price of all
 */
public record PricePolicy(Base base, List<Kind> precedence) {

  /** How the base price is chosen. */
  public enum Base {
    /** The narrowest audience, then the highest priority, then the lowest price, then the smallest list id. */
    BY_AUDIENCE,
    /** The lowest price, then as {@link #BY_AUDIENCE}. */
    LOWEST
  }

  /** The narrowest audience gives the base price, the lowest price wins among those that lower it. */
  public static final PricePolicy DEFAULT = new PricePolicy(Base.BY_AUDIENCE, List.of());

  /** Checks that a precedence names all kinds that lower a price. */
  public PricePolicy {
    precedence = List.copyOf(precedence);
    boolean whole = precedence.size() == 3
        && EnumSet.copyOf(precedence).equals(EnumSet.of(Kind.FLASH, Kind.SALE, Kind.MEMBER));
    if (!precedence.isEmpty() && !whole) {
      throw new InvalidInputException(
          "The precedence (%s) must name FLASH, SALE and MEMBER, each once. Maybe leave it empty for the lowest price."
              .formatted(precedence));
    }
  }

  /**
   * The same with another base price.
   *
   * @param other how it is chosen
   * @return a changed copy
   */
  public PricePolicy withBase(Base other) {
    return new PricePolicy(other, precedence);
  }

  /**
   * The same with a fixed precedence of kinds.
   *
   * @param kinds FLASH, SALE and MEMBER in any order
   * @return a changed copy
   */
  public PricePolicy inOrder(Kind... kinds) {
    return new PricePolicy(base, List.of(kinds));
  }
}
