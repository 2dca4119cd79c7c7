package dev.akinai.points;

import dev.akinai.base.Text;
import dev.akinai.member.MemberId;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives points to a member. Immutable.
 *
 * @param member who gets them
 * @param points 1 to 10^15
 * @param expiresAt from when they can no longer be spent, or empty for never
 * @param reason the business reason, 1 to 96 visible characters
 */
public record EarnPoints(MemberId member, long points, Optional<Instant> expiresAt, String reason) {

  /** Checks the reason; the ledger checks the amount. */
  public EarnPoints {
    Text.requireVisible("reason", reason, 96);
  }
}
