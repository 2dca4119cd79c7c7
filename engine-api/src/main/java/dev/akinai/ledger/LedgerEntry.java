package dev.akinai.ledger;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import java.time.Instant;

/**
 * One double entry: so many units move from one part of an account to another; all accounts therefore always sum to zero. Immutable.
 *
 * @param no its number within the operation, from 1
 * @param kind such as {@code EARN}, upper-case words
 * @param from the account that gives
 * @param fromPart its part
 * @param to the account that gets
 * @param toPart its part
 * @param amount 1 to 10^15 units
 * @param valueAt when it counts, in business time
 * @param ref the business reason, such as an order
 */
public record LedgerEntry(
    int no,
    String kind,
    AccountId from,
    Part fromPart,
    AccountId to,
    Part toPart,
    long amount,
    Instant valueAt,
    String ref) {

  /** Largest amount: 10^15. */
  public static final long MAX_AMOUNT = 1_000_000_000_000_000L;

  /** Checks the amount and the texts. */
  public LedgerEntry {
    Text.requireVisible("kind", kind, 32);
    Text.requireVisible("ref", ref, 160);
    if (amount < 1) {
      throw new InvalidInputException(
          "The amount (" + amount + ") must be 1 or more. Maybe swap the accounts.");
    }
    if (amount > MAX_AMOUNT) {
      throw new InputTooLargeException("amount", MAX_AMOUNT, amount);
    }
  }
}
