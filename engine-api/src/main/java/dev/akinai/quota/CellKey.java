package dev.akinai.quota;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import java.util.Comparator;

/**
 * Names one counter of a shop: the kind of scarcity, the pool and the item in it. Immutable; sorted in lock order.
 *
 * @param cls the kind of scarcity
 * @param pool such as {@code wh:main}, 1 to 96 visible characters
 * @param item such as a SKU, 1 to 96 visible characters
 * @param bucket 0 unless the cell is split over rows, 0 to 63
 */
public record CellKey(CellClass cls, String pool, String item, int bucket)
    implements Comparable<CellKey> {

  /** Longest pool or item, in UTF-16 units. */
  public static final int MAX_LENGTH = 96;

  private static final Comparator<CellKey> LOCK_ORDER = Comparator.comparingInt(
          (CellKey key) -> key.cls.number())
      .thenComparing(CellKey::pool, Text.UTF8_ORDER)
      .thenComparing(CellKey::item, Text.UTF8_ORDER)
      .thenComparingInt(CellKey::bucket);

  /** Checks the texts and the bucket. */
  public CellKey {
    Text.requireVisible("pool", pool, MAX_LENGTH);
    Text.requireVisible("item", item, MAX_LENGTH);
    if (bucket < 0 || bucket > 63) {
      throw new InvalidInputException(
          "The bucket (" + bucket + ") must be 0 to 63. Maybe leave it at 0.");
    }
  }

  /**
   * The unsplit cell of a pool and item.
   *
   * @param cls the kind of scarcity
   * @param pool 1 to 96 visible characters
   * @param item 1 to 96 visible characters
   * @return the key
   */
  public static CellKey of(CellClass cls, String pool, String item) {
    return new CellKey(cls, pool, item, 0);
  }

  @Override
  public int compareTo(CellKey other) {
    return LOCK_ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return pool + ":" + item + (bucket == 0 ? "" : "#" + bucket);
  }
}
