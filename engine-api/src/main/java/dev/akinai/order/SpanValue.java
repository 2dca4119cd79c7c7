package dev.akinai.order;

import dev.akinai.money.Money;
import dev.akinai.pricing.Share;
import java.util.List;

/**
 * What some units of a piece carry. Immutable.
 *
 * @param net what was paid for them
 * @param shares the reductions that fall on them, by offer and party
 * @param points what they earn
 */
public record SpanValue(Money net, List<Share> shares, long points) {

  /** Copies the shares. */
  public SpanValue {
    shares = List.copyOf(shares);
  }
}
