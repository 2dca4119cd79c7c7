package dev.akinai.points;

import dev.akinai.base.Refusal;
import dev.akinai.member.MemberId;

/** Why points could not be moved. */
public sealed interface PointsRefusal extends Refusal {

  /**
   * The member has fewer.
   *
   * @param member who
   * @param asked the points asked for
   * @param available the points there are
   */
  record PointsShort(MemberId member, long asked, long available) implements PointsRefusal {
    @Override
    public String code() {
      return "points.short";
    }
  }
}
