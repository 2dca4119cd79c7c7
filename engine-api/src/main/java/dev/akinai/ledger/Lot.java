package dev.akinai.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Units that were earned together and expire together. Spending takes lots by (expiry, id), those without expiry last. Immutable.
 *
 * @param account whose
 * @param id which lot, 1 to 160 visible characters
 * @param granted units it began with
 * @param remaining units still there and not held
 * @param held units kept by open holds
 * @param availableAt since when it can be spent; empty while it is pending
 * @param expiresAt from when it can no longer be spent (exclusive), or empty for never
 * @param source the business reason
 */
public record Lot(
    AccountId account,
    String id,
    long granted,
    long remaining,
    long held,
    Optional<Instant> availableAt,
    Optional<Instant> expiresAt,
    String source) {

  /** First to expire, first out: by (expiry, id), never-expiring lots last. */
  public static final Comparator<Lot> FIRST_EXPIRY_FIRST = Comparator.comparing(
          (Lot lot) -> lot.expiresAt().orElse(Instant.MAX))
      .thenComparing(Lot::id, dev.akinai.base.Text.UTF8_ORDER);

  /**
   * Tells whether units of this lot may be spent at an instant.
   *
   * @param at the instant
   * @return true if it has matured and not expired
   */
  public boolean isSpendableAt(Instant at) {
    return availableAt.isPresent() && !availableAt.get().isAfter(at) && !isExpiredAt(at);
  }

  /**
   * Tells whether the lot's time is over.
   *
   * @param at the instant
   * @return true from the expiry instant on
   */
  public boolean isExpiredAt(Instant at) {
    return expiresAt.isPresent() && !expiresAt.get().isAfter(at);
  }
}
