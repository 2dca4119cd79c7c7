package dev.akinai.core.price;

import dev.akinai.money.Money;
import dev.akinai.price.ListedPrice;
import dev.akinai.price.PriceList;
import java.util.Optional;

/**
 * Units of a SKU that have one price. Immutable.
 *
 * <p>With a rival, offers work on the base price, and the rival counts for units that they leave dearer; it does so too where the base price
 * is closed to offers.
 *
 * @param quantity how many, 1 or more
 * @param won their price
 * @param base their price without lists that lower it; the same as {@code won} if none does
 * @param rival a lower price that competes with what offers make of {@code won}, which is the base price then
 */
public record Tranche(
    long quantity, ListedPrice won, ListedPrice base, Optional<ListedPrice> rival) {

  /** The list of the price. */
  public PriceList list() {
    return won.list();
  }

  /** The price of {@link #per} units, in minor units. */
  public long price() {
    return won.entry().price().minor();
  }

  /** For how many units the price is. */
  public long per() {
    return won.entry().per();
  }

  /** The least that offers may leave of the price, in minor units. */
  public long floor() {
    return won.entry().floor().map(Money::minor).orElse(0L);
  }

  /** The price of {@link #regularPer} units without lists that lower it, in minor units. */
  public long regular() {
    return base.entry().price().minor();
  }

  /** For how many units the regular price is. */
  public long regularPer() {
    return base.entry().per();
  }

  boolean isPricedAs(Tranche other) {
    return won.equals(other.won) && base.equals(other.base) && rival.equals(other.rival);
  }

  /** The same for another number of units. */
  public Tranche withQuantity(long units) {
    return new Tranche(units, won, base, rival);
  }
}
