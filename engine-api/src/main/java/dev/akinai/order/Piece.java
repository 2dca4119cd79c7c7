package dev.akinai.order;

import dev.akinai.base.InvalidInputException;
import dev.akinai.catalog.SkuId;
import dev.akinai.money.Money;
import dev.akinai.money.Split;
import dev.akinai.pricing.Share;
import java.util.ArrayList;
import java.util.List;

/**
 * Units bought alike, frozen with their money when the order was placed; nothing is computed from prices afterwards. Immutable.
 *
 * <p>Money follows units: the first k of q units are worth {@code floor(net * k / q)}, so any way to return them adds up exactly. Source:
 * ORDERS section 1, R-ORD-001 to 006.
 *
 * @param number its place in the placement, from 1
 * @param line the cart line it came from
 * @param sku which variant
 * @param title what the buyer read
 * @param tracked true if its units are counted
 * @param quantity 1 or more
 * @param list before any offer
 * @param net what was paid for all its units
 * @param shares the reductions by offer and party; list less their sum is net
 * @param points what its units earn together
 */
public record Piece(
    int number,
    String line,
    SkuId sku,
    String title,
    boolean tracked,
    long quantity,
    Money list,
    Money net,
    List<Share> shares,
    long points) {

  /** Copies the shares. */
  public Piece {
    shares = List.copyOf(shares);
  }

  /**
   * What the units from one place to another carry.
   *
   * @param from the first place, 0 or more
   * @param to the place after the last, more than {@code from}, at most {@code quantity}
   * @return their money, reductions and points
   * @throws InvalidInputException if the places are not in the piece
   */
  public SpanValue between(long from, long to) {
    if (from < 0 || from >= to || to > quantity) {
      throw new InvalidInputException(
          "The span [%d, %d) must lie in the %d units of piece %d. Maybe some units were returned already."
              .formatted(from, to, quantity, number));
    }
    Money worth = Money.of(net.currency(), Split.between(net.minor(), quantity, from, to));
    return new SpanValue(
        worth, reversedShares(from, to), Split.between(points, quantity, from, to));
  }

  private List<Share> reversedShares(long from, long to) {
    long[] originals =
        shares.stream().mapToLong(share -> share.amount().minor()).toArray();
    long discount = list.minor() - net.minor();
    long[] step = Split.step(
        originals,
        Split.cumulativeCeiling(discount, quantity, from),
        Split.cumulativeCeiling(discount, quantity, to));
    var parts = new ArrayList<Share>();
    for (int i = 0; i < originals.length; i++) {
      Share share = shares.get(i);
      parts.add(new Share(
          share.offer(), share.version(), share.party(), Money.of(net.currency(), step[i])));
    }
    return parts;
  }
}
