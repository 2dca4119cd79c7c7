package dev.akinai.points;

import dev.akinai.base.Api;
import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.base.Page;
import dev.akinai.base.ShopId;
import dev.akinai.ledger.LedgerEntry;
import dev.akinai.member.MemberId;

/** Gives, takes and counts a member's points. Safe to call from any thread. */
@Api(Api.Use.CALL)
public interface Points {

  /**
   * What a member has. Points whose time is over are not counted as available, whether or not they were booked out yet.
   *
   * @param shop whose shop
   * @param member who
   * @return the balance now; zeros for a member without an account
   */
  PointsBalance balance(ShopId shop, MemberId member);

  /**
   * Gives points.
   *
   * @param command who gets how many, and until when
   * @param call whose shop, who asks, and the request's key
   * @return the balance after it
   */
  Outcome<PointsBalance> earn(EarnPoints command, CallContext call);

  /**
   * Takes points, those that expire first at first.
   *
   * @param command who gives how many
   * @param call whose shop, who asks, and the request's key
   * @return the balance after it, or {@link PointsRefusal.PointsShort}
   */
  Outcome<PointsBalance> spend(SpendPoints command, CallContext call);

  /**
   * Books out what has expired by now, without waiting for the next use of the account.
   *
   * @param shop whose shop
   * @param limit most accounts to look at, 1 to 10,000
   * @return how many accounts had something to book
   */
  int expireDue(ShopId shop, int limit);

  /**
   * Every movement of a member's points, oldest first.
   *
   * @param shop whose shop
   * @param member who
   * @param page which page
   * @return ledger entries
   */
  Page<LedgerEntry> history(ShopId shop, MemberId member, Page.Request page);
}
