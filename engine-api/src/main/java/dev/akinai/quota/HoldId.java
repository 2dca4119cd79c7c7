package dev.akinai.quota;

import dev.akinai.base.Id;

/**
 * Names one hold. Immutable.
 *
 * @param value 1 to 64 visible characters, made by the engine
 */
public record HoldId(String value) implements Id {

  /** Checks the text. */
  public HoldId {
    value = Id.require("HoldId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
