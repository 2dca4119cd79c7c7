package dev.akinai.catalog;

import dev.akinai.base.Id;

/**
 * Names one product (SPU), whatever its variants. Immutable.
 *
 * @param value 1 to 64 visible characters
 */
public record ProductId(String value) implements Id {

  /** Checks the text. */
  public ProductId {
    value = Id.require("ProductId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
