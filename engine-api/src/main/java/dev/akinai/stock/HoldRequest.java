package dev.akinai.stock;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.catalog.SkuId;
import dev.akinai.member.MemberId;
import dev.akinai.quota.Demand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to keep for a buyer, all or none: goods, and uses of coupons and offers. Immutable.
 *
 * @param goods lines of goods; several lines of one SKU are summed before they are compared
 * @param cells other scarce things a quote needs, such as uses of a coupon
 * @param ttl how long, 1 second to 7 days
 * @param owner the cart or order it is for: its newer hold replaces its older one
 * @param buyer whom it is for
 * @param digest the quote it belongs to
 */
public record HoldRequest(
    List<StockLine> goods,
    List<Demand> cells,
    Duration ttl,
    Optional<String> owner,
    Optional<MemberId> buyer,
    Optional<String> digest) {

  /** How long a hold lasts if nothing is said. */
  public static final Duration DEFAULT_TTL = Duration.ofMinutes(15);

  /** The longest life of a hold. */
  public static final Duration MAX_TTL = Duration.ofDays(7);

  /** Most lines of goods. */
  public static final int MAX_LINES = 2_000;

  /** Checks the sizes. */
  public HoldRequest {
    goods = List.copyOf(goods);
    cells = List.copyOf(cells);
    if (goods.size() > MAX_LINES) {
      throw new InputTooLargeException("lines of a hold", MAX_LINES, goods.size());
    }
    owner.ifPresent(text -> dev.akinai.base.Text.requireVisible("owner", text, 96));
    requireTtl(ttl);
  }

  /**
   * A request for one line of goods.
   *
   * @param sku which variant
   * @param quantity 1 or more
   * @return the request, for 15 minutes
   */
  public static HoldRequest of(SkuId sku, long quantity) {
    return of(List.of(new StockLine(sku, quantity)));
  }

  /**
   * A request for several lines of goods.
   *
   * @param goods 1 to 2,000 lines
   * @return the request, for 15 minutes
   */
  public static HoldRequest of(List<StockLine> goods) {
    return new HoldRequest(
        goods, List.of(), DEFAULT_TTL, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * The same request for another time.
   *
   * @param time 1 second to 7 days
   * @return a changed copy
   */
  public HoldRequest expiresIn(Duration time) {
    return new HoldRequest(goods, cells, time, owner, buyer, digest);
  }

  /**
   * The same request for a cart or order, whose older hold it replaces.
   *
   * @param cart 1 to 96 visible characters
   * @return a changed copy
   */
  public HoldRequest ownedBy(String cart) {
    return new HoldRequest(goods, cells, ttl, Optional.of(cart), buyer, digest);
  }

  /**
   * The same request with further scarce things.
   *
   * @param more what else to take in the same hold
   * @return a changed copy
   */
  public HoldRequest with(List<Demand> more) {
    var all = new ArrayList<>(cells);
    all.addAll(more);
    return new HoldRequest(goods, all, ttl, owner, buyer, digest);
  }

  static void requireTtl(Duration ttl) {
    if (ttl.compareTo(Duration.ofSeconds(1)) < 0 || ttl.compareTo(MAX_TTL) > 0) {
      throw new InvalidInputException(
          "The time of a hold (" + ttl + ") must be 1 second to 7 days. Maybe hold again later.");
    }
  }
}
