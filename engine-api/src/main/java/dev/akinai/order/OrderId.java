package dev.akinai.order;

import dev.akinai.base.Id;

/**
 * Names one order. Immutable.
 *
 * @param value 1 to 64 visible characters, made by the engine
 */
public record OrderId(String value) implements Id {

  /** Checks the text. */
  public OrderId {
    value = Id.require("OrderId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
