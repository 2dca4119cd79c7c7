package dev.akinai.member;

import dev.akinai.base.Id;

/**
 * Names one buyer, by the host's opaque id: never a name, and a phone number only as a hash. Immutable.
 *
 * @param value 1 to 64 visible characters
 */
public record MemberId(String value) implements Id {

  /** Checks the text. */
  public MemberId {
    value = Id.require("MemberId", value);
  }

  /**
   * The buyer with this id.
   *
   * @param value 1 to 64 visible characters
   * @return the id
   */
  public static MemberId of(String value) {
    return new MemberId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
