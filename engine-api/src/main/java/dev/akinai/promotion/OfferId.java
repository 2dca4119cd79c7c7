package dev.akinai.promotion;

import dev.akinai.base.Id;

/**
 * Names one offer, over all its versions. Immutable.
 *
 * @param value 1 to 64 visible characters
 */
public record OfferId(String value) implements Id {

  /** Checks the text. */
  public OfferId {
    value = Id.require("OfferId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
