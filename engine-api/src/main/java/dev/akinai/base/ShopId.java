package dev.akinai.base;

/**
 * Names one shop (tenant). Every row, key and cache entry starts with it. Immutable.
 *
 * @param value the host's own text, 1 to 64 visible characters
 */
public record ShopId(String value) implements Id {

  /** Checks the text. */
  public ShopId {
    value = Id.require("ShopId", value);
  }

  /**
   * The shop with this id.
   *
   * @param value 1 to 64 visible characters
   * @return the id
   */
  public static ShopId of(String value) {
    return new ShopId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
