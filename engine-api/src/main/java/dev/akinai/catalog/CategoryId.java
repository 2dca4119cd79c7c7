package dev.akinai.catalog;

import dev.akinai.base.Id;

/**
 * Names one category. Immutable.
 *
 * @param value 1 to 64 visible characters
 */
public record CategoryId(String value) implements Id {

  /** Checks the text. */
  public CategoryId {
    value = Id.require("CategoryId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
