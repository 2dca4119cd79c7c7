package dev.akinai.order;

import dev.akinai.base.Id;

/**
 * Names the orders of one placement together; the group owns their hold and payments. Immutable.
 *
 * @param value 1 to 64 visible characters, made by the engine
 */
public record GroupId(String value) implements Id {

  /** Checks the text. */
  public GroupId {
    value = Id.require("GroupId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
