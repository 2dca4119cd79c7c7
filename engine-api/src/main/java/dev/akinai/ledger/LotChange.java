package dev.akinai.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * How one entry touches one lot; it is stored as the entry's allocation, so that a reversal finds exactly these units. Immutable.
 *
 * @param entryNo the entry within its operation
 * @param account whose lot
 * @param lot which lot
 * @param remaining change of what remains
 * @param held change of what is held
 * @param maturedAt set when the lot stops being pending
 * @param expiresAt set with {@code maturedAt}, where the time of the lot begins then
 */
public record LotChange(
    int entryNo,
    AccountId account,
    String lot,
    long remaining,
    long held,
    Optional<Instant> maturedAt,
    Optional<Instant> expiresAt) {

  /**
   * A change that leaves the lot's time as it is.
   *
   * @param entryNo the entry within its operation
   * @param account whose lot
   * @param lot which lot
   * @param remaining change of what remains
   * @param held change of what is held
   * @param maturedAt set when the lot stops being pending
   */
  public LotChange(
      int entryNo,
      AccountId account,
      String lot,
      long remaining,
      long held,
      Optional<Instant> maturedAt) {
    this(entryNo, account, lot, remaining, held, maturedAt, Optional.empty());
  }
}
