package dev.akinai.points;

import dev.akinai.base.Text;
import dev.akinai.member.MemberId;

/**
 * Takes points from a member, those that expire first at first. Immutable.
 *
 * @param member who spends them
 * @param points 1 to 10^15
 * @param reason the business reason, 1 to 96 visible characters
 */
public record SpendPoints(MemberId member, long points, String reason) {

  /** Checks the reason; the ledger checks the amount. */
  public SpendPoints {
    Text.requireVisible("reason", reason, 96);
  }
}
