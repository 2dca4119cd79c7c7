package dev.akinai.ledger;

import dev.akinai.base.Text;

/**
 * Names one account of a shop. System accounts (issuance, redemption, breakage, adjustment) store no balance, so they are no hot row. Immutable.
 *
 * @param value 1 to 96 visible characters; {@code sys:} begins a system account
 */
public record AccountId(String value) {

  private static final String SYSTEM = "sys:";

  /** Checks the text. */
  public AccountId {
    Text.requireVisible("AccountId", value, 96);
  }

  /**
   * The system account of a unit.
   *
   * @param name such as {@code issuance}
   * @param unit such as {@code points}
   * @return the account
   */
  public static AccountId system(String name, String unit) {
    return new AccountId(SYSTEM + name + ":" + unit);
  }

  /**
   * Tells whether the account stores no balance of its own.
   *
   * @return true for a system account
   */
  public boolean isSystem() {
    return value.startsWith(SYSTEM);
  }

  @Override
  public String toString() {
    return value;
  }
}
