package dev.akinai.engine;

import dev.akinai.base.Api;

/** Does what is due: takes overdue holds back, settles counters, expires points, moves refunds, delivers events. Any number may run at once. */
@Api(Api.Use.CALL)
public interface Maintenance {

  /**
   * One round over every shop that has work.
   *
   * @param limit most things of each kind to do for a shop, 1 to 10,000
   * @return what was done
   * @throws IllegalStateException on a joined handle
   */
  Report runOnce(int limit);

  /**
   * What one round did. Immutable.
   *
   * @param expired holds taken back
   * @param settled holds posted to their cells
   * @param pointsExpired accounts from which points were booked out
   * @param payments payments that came nearer to their end
   * @param published events delivered
   */
  record Report(int expired, int settled, int pointsExpired, int payments, int published) {

    /**
     * Everything together.
     *
     * @return the sum; 0 means that nothing was due
     */
    public int total() {
      return expired + settled + pointsExpired + payments + published;
    }
  }
}
