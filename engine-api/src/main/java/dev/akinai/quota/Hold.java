package dev.akinai.quota;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Units kept for one buyer until they are confirmed, let go or out of time. Immutable.
 *
 * @param id which hold
 * @param owner the cart or order it is for: an owner has at most one open hold
 * @param buyer whom it is for, as an opaque id
 * @param state where it stands
 * @param expiresAt the deadline on the storage's clock; it permits taking back, it does not end the hold by itself
 * @param version raised by one with each change but settlement, from 1
 * @param createdAt on the storage's clock
 * @param digest what the hold was asked for, such as a quote's digest, or empty
 * @param lines the demands, in the order of the request
 */
public record Hold(
    HoldId id,
    Optional<String> owner,
    Optional<String> buyer,
    HoldState state,
    Instant expiresAt,
    long version,
    Instant createdAt,
    Optional<String> digest,
    List<HoldLine> lines) {

  /** Copies the lines. */
  public Hold {
    lines = List.copyOf(lines);
  }

  /**
   * Tells whether the cells know all that became of it.
   *
   * @return true if every line is on target
   */
  public boolean isSettled() {
    return lines.stream().allMatch(line -> line.isSettled(state));
  }
}
