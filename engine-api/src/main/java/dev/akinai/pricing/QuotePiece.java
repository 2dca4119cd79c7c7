package dev.akinai.pricing;

import dev.akinai.catalog.SkuId;
import dev.akinai.money.Money;
import java.util.List;

/**
 * The units of one cart line that are priced alike: the finest thing that carries money. Immutable.
 *
 * @param line the cart line
 * @param sku which variant
 * @param title what shoppers read
 * @param tracked true if its units are counted
 * @param quantity 1 or more
 * @param unitPrice of one unit, before any offer
 * @param priceSource the price list, or {@code fixed}
 * @param list unit price times quantity
 * @param net what is left after all offers, 0 or more
 * @param shares the reductions; list less their sum is net
 */
public record QuotePiece(
    String line,
    SkuId sku,
    String title,
    boolean tracked,
    long quantity,
    Money unitPrice,
    String priceSource,
    Money list,
    Money net,
    List<Share> shares) {

  /** Copies the shares. */
  public QuotePiece {
    shares = List.copyOf(shares);
  }
}
