package dev.akinai.pricing;

import dev.akinai.catalog.SkuId;
import dev.akinai.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * The units of one cart line that are treated alike: the finest thing that carries money. Immutable.
 *
 * @param line the cart line
 * @param band which of the quote's bands, from 0: units of one band are equal for pricing
 * @param run which of the quote's runs, from 0: units of one run were treated alike
 * @param sku which variant
 * @param title what shoppers read
 * @param tracked true if its units are counted
 * @param merchant who sells it, or empty for the shop itself
 * @param quantity 1 or more
 * @param unitPrice of one unit, before any offer, for display
 * @param priceSource the price list, or {@code fixed}
 * @param regular before price overrides and catalogue offers
 * @param list before cart offers
 * @param net what is left after all offers, 0 or more
 * @param floor the least that offers may leave of it
 * @param shares the reductions; list less their sum is net
 */
public record QuotePiece(
    String line,
    int band,
    int run,
    SkuId sku,
    String title,
    boolean tracked,
    Optional<String> merchant,
    long quantity,
    Money unitPrice,
    String priceSource,
    Money regular,
    Money list,
    Money net,
    Money floor,
    List<Share> shares) {

  /** Copies the shares. */
  public QuotePiece {
    shares = List.copyOf(shares);
  }
}
