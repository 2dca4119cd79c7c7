package dev.akinai.location;

import dev.akinai.base.Id;

/**
 * Names a place where goods are: a warehouse or a store. Immutable.
 *
 * @param value 1 to 64 visible characters
 */
public record LocationId(String value) implements Id {

  /** The place of a shop that has only one. */
  public static final LocationId MAIN = new LocationId("main");

  /** Checks the text. */
  public LocationId {
    value = Id.require("LocationId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
