package dev.akinai.ledger;

/**
 * The balances of one account, in whole units. Immutable.
 *
 * @param id which account
 * @param unit what is counted, such as {@code points}
 * @param available can be spent
 * @param pending earned, not yet free to spend
 * @param held kept by open holds
 * @param debt owed
 * @param version raised by each operation
 */
public record Account(
    AccountId id, String unit, long available, long pending, long held, long debt, long version) {

  /**
   * An account nobody has written yet.
   *
   * @param id which account
   * @param unit what is counted
   * @return zeros
   */
  public static Account empty(AccountId id, String unit) {
    return new Account(id, unit, 0, 0, 0, 0, 0);
  }

  /**
   * One of the four balances.
   *
   * @param part which
   * @return whole units, 0 or more
   */
  public long of(Part part) {
    return switch (part) {
      case AVAILABLE -> available;
      case PENDING -> pending;
      case HELD -> held;
      case DEBT -> debt;
    };
  }
}
