package dev.akinai.price;

import dev.akinai.catalog.SkuId;
import dev.akinai.money.Money;
import java.time.Instant;

/**
 * One change of a price of a list, in the order of the price history. Immutable.
 *
 * @param list in which list
 * @param sku which variant
 * @param version its number in the history of this list and SKU, from 1
 * @param change whether the price was set or removed
 * @param minQty from how many units on
 * @param price of {@code per} units; of a removed price, the last one
 * @param per for how many units
 * @param window when the price applies by itself
 * @param from when the change was made: since then it counts
 */
public record PricePoint(
    PriceListId list,
    SkuId sku,
    long version,
    Change change,
    long minQty,
    Money price,
    long per,
    PriceWindow window,
    Instant from) {

  /** What became of a price. */
  public enum Change {
    /** It is new, or another one. */
    SET,
    /** It is no more. */
    REMOVED
  }

  /**
   * What was written down when an entry was set or removed.
   *
   * @param list in which list
   * @param version its number
   * @param change what became of it
   * @param entry the price
   * @param from when
   * @return the point
   */
  public static PricePoint of(
      PriceListId list, long version, Change change, PriceEntry entry, Instant from) {
    return new PricePoint(
        list,
        entry.sku(),
        version,
        change,
        entry.minQty(),
        entry.price(),
        entry.per(),
        entry.window(),
        from);
  }

  /**
   * What tells the price from the others of its list.
   *
   * @return the SKU, the least quantity and the start
   */
  public PriceEntry.Key key() {
    return new PriceEntry.Key(sku, minQty, window.from());
  }
}
