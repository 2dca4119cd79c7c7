package dev.akinai.promotion;

import dev.akinai.base.Id;

/**
 * Names one lane of a ruleset. Immutable.
 *
 * @param value 1 to 64 visible characters, such as {@code PLATFORM_ORDER}
 */
public record LaneId(String value) implements Id {

  /** Checks the text. */
  public LaneId {
    value = Id.require("LaneId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
