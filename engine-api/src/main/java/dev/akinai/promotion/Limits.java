package dev.akinai.promotion;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.money.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How often an offer may be used and how much it may cost; each is a cell, taken in the hold (PRICING 3.5, 9.1). Immutable.
 *
 * @param total uses by everyone
 * @param perBuyer uses by one buyer, counted on each of these identities; all of them must have room
 * @param budget the money it may cost
 */
public record Limits(Optional<Uses> total, List<BuyerUses> perBuyer, Optional<Budget> budget) {

  /** No limits. */
  public static final Limits NONE = new Limits(Optional.empty(), List.of(), Optional.empty());

  /** The calendar period in which something counts, in the offer's zone. */
  public enum Period {
    /** Ever. */
    LIFETIME,
    /** Each calendar day. */
    DAY,
    /** Each week, from Monday. */
    WEEK,
    /** Each calendar month. */
    MONTH,
    /** Each calendar year. */
    YEAR
  }

  /**
   * So many uses in a period. Immutable.
   *
   * @param uses 1 or more
   * @param per the period
   */
  public record Uses(long uses, Period per) {
    /** Checks that somebody is let in. */
    public Uses {
      if (uses < 1) {
        throw new InvalidInputException(
            "The limit (" + uses + ") must be 1 or more. Maybe retire the offer instead.");
      }
    }
  }

  /**
   * So many uses by one buyer. Immutable.
   *
   * @param identity by what a buyer is known: {@code member}, {@code phone}, {@code device}, {@code payment} or the host's own
   * @param uses how many, in which period
   */
  public record BuyerUses(String identity, Uses uses) {
    /** Checks the name. */
    public BuyerUses {
      Text.requireVisible("identity", identity, 32);
    }
  }

  /**
   * So much money in a period. Immutable.
   *
   * @param amount more than 0
   * @param per the period
   * @param onShort what happens when less is left than the offer would take off
   * @param shared the campaign that shares the budget with other offers, or empty for a budget of its own
   */
  public record Budget(Money amount, Period per, OnShort onShort, Optional<String> shared) {
    /** Checks the amount and the name. */
    public Budget {
      Benefit.requirePositive("budget", amount);
      shared.ifPresent(name -> Text.requireVisible("campaign", name, 64));
    }
  }

  /** What happens when a budget is short. */
  public enum OnShort {
    /** The offer takes off what is left. */
    PARTIAL,
    /** The offer does not apply. */
    SKIP
  }

  /** Copies the list and checks that each identity is named once. */
  public Limits {
    perBuyer = List.copyOf(perBuyer);
    Set<String> seen = new HashSet<>();
    if (perBuyer.size() > 8 || !perBuyer.stream().allMatch(each -> seen.add(each.identity()))) {
      throw new InvalidInputException(
          "The limits per buyer (%s) must be at most 8, each identity once. Maybe keep the smaller one."
              .formatted(perBuyer));
    }
  }

  /**
   * So many uses by everyone, ever.
   *
   * @param uses 1 or more
   * @return the limits
   */
  public static Limits total(long uses) {
    return new Limits(Optional.of(new Uses(uses, Period.LIFETIME)), List.of(), Optional.empty());
  }

  /**
   * So many uses by each member, ever.
   *
   * @param uses 1 or more
   * @return the limits
   */
  public static Limits perMember(long uses) {
    return new Limits(
        Optional.empty(),
        List.of(new BuyerUses("member", new Uses(uses, Period.LIFETIME))),
        Optional.empty());
  }

  /**
   * A budget of its own, ever.
   *
   * @param amount more than 0
   * @param onShort what happens when it is short
   * @return the limits
   */
  public static Limits budget(Money amount, OnShort onShort) {
    return new Limits(
        Optional.empty(),
        List.of(),
        Optional.of(new Budget(amount, Period.LIFETIME, onShort, Optional.empty())));
  }
}
