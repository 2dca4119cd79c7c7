package dev.akinai.pricing;

import dev.akinai.money.Money;
import dev.akinai.promotion.OfferId;
import java.util.List;
import java.util.Map;

/**
 * What orders would have come to under two rulesets (PRICING 8). Immutable.
 *
 * <p>The goods are the same on both sides, so what the shop gains or loses is the difference of the payables, less what other parties bear.
 *
 * @param first by the first ruleset
 * @param second by the second
 * @param changed how many orders pay something else
 * @param cheaper how many of them pay less by the second
 * @param unpriced how many could be priced by neither or only one, which are left out of all sums
 * @param dearest at most ten orders whose payable rises most, by their place in the input
 * @param cheapest at most ten orders whose payable falls most
 */
public record Simulation(
    Side first,
    Side second,
    long changed,
    long cheaper,
    long unpriced,
    List<OrderChange> dearest,
    List<OrderChange> cheapest) {

  /** Whether limits and budgets are used up from order to order. */
  public enum Budgets {
    /** Each order is priced as if it came alone; the order of the input plays no part. */
    AS_READ,
    /** Orders are priced by their instants, and each uses up what its quote takes. */
    USED_UP
  }

  /**
   * One ruleset's sums.
   *
   * @param orders how many orders
   * @param list before cart offers
   * @param payable after all offers, before exclusive tax
   * @param offers for each offer that applied, how often and how much
   * @param borne for each party what it bears of the discounts
   * @param proven how many quotes are proven best
   */
  public record Side(
      long orders,
      Money list,
      Money payable,
      Map<OfferId, Use> offers,
      Map<String, Money> borne,
      long proven) {

    /**
     * All that offers took off.
     *
     * @return list less payable
     */
    public Money discount() {
      return list.minus(payable);
    }
  }

  /**
   * One offer's sums.
   *
   * @param orders in how many orders it applied
   * @param discount what it took off in all
   */
  public record Use(long orders, Money discount) {}

  /**
   * One order that pays something else.
   *
   * @param order its place in the input, from 0
   * @param before what it pays by the first ruleset
   * @param after what it pays by the second
   */
  public record OrderChange(int order, Money before, Money after) {}

  /** Copies the lists. */
  public Simulation {
    dearest = List.copyOf(dearest);
    cheapest = List.copyOf(cheapest);
  }
}
