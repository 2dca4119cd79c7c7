package dev.akinai.promotion;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.catalog.SkuId;
import dev.akinai.criteria.Args;
import dev.akinai.criteria.Criterion;
import dev.akinai.money.Money;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** What an offer does to the lines in its scope (PRICING 3.3). The language is closed: an effect is one of these records. Immutable. */
public sealed interface Effect {

  /** Which units come first where not all are taken. */
  enum Pick {
    /** Those of the lowest price. */
    CHEAPEST,
    /** Those of the highest price. */
    DEAREST
  }

  /** In whose favour groups of units are formed. */
  enum Grouping {
    /** The groups that save the buyer most. */
    CUSTOMER_BEST,
    /** The groups that cost the merchant least. */
    MERCHANT_BEST
  }

  /** Where the saving of a group of units is put. */
  enum Spread {
    /** On all units of the group, by their amounts. */
    GROUP,
    /** On the units that were the reward. */
    TARGET
  }

  /** What becomes of units that do not fill a last group. */
  enum LastGroup {
    /** Nothing. */
    FULL_ONLY,
    /** What they reach beyond the paid part of a group is rewarded too. */
    PARTIAL_TOO
  }

  /** Within what a number of units counts. */
  enum Per {
    /** The whole cart. */
    CART,
    /** Each band. */
    BAND
  }

  /**
   * A share of the scope's amount off.
   *
   * @param ppm parts per million, 1 to 1,000,000 (100 %); 85,000 is 8.5 %
   * @param maxUnits the most units that get it, or empty for all
   * @param pick which units get it, if not all do
   */
  record Percent(long ppm, OptionalLong maxUnits, Pick pick) implements Effect {
    /** Checks the rate and the number. */
    public Percent {
      Benefit.requireRate(ppm);
      requireUnits(maxUnits);
    }

    /**
     * A share off all units.
     *
     * @param ppm parts per million
     */
    public Percent(long ppm) {
      this(ppm, OptionalLong.empty(), Pick.DEAREST);
    }
  }

  /**
   * An amount off, once for the scope.
   *
   * @param off more than 0; never more than the scope's amount is taken
   */
  record Amount(Money off) implements Effect {
    /** Checks the sign. */
    public Amount {
      Benefit.requirePositive("amount off", off);
    }
  }

  /**
   * An amount off each unit, never more than the unit costs.
   *
   * @param off more than 0
   * @param maxUnits the most units that get it, or empty for all
   * @param per within what the number counts
   * @param pick which units get it, if not all do
   */
  record UnitAmount(Money off, OptionalLong maxUnits, Per per, Pick pick) implements Effect {
    /** Checks the amount and the number. */
    public UnitAmount {
      Benefit.requirePositive("amount off", off);
      requireUnits(maxUnits);
    }
  }

  /**
   * One price for each unit; units that cost less already are left alone.
   *
   * @param price of one unit, 0 or more
   */
  record UnitPrice(Money price) implements Effect {
    /** Checks the sign. */
    public UnitPrice {
      requireNotNegative("price", price);
    }
  }

  /**
   * An amount off for each full threshold.
   *
   * @param threshold more than 0
   * @param off more than 0, at most the threshold
   * @param maxTimes how often at most, or empty
   */
  record Every(Money threshold, Money off, OptionalLong maxTimes) implements Effect {
    /** Checks the amounts. */
    public Every {
      Benefit.requirePositive("threshold", threshold);
      Benefit.requirePositive("amount off", off);
      requireUnits(maxTimes);
      if (off.compareTo(threshold) > 0) {
        throw new InvalidInputException(
            "The amount off (%s) must be at most the threshold (%s). Maybe swap the two."
                .formatted(off, threshold));
      }
    }
  }

  /**
   * More off the more is bought.
   *
   * @param by what is measured
   * @param mode what the reached step counts for
   * @param steps ascending, 1 to 64; all shares, or all sums off; the benefit never falls
   */
  record Tiers(By by, Mode mode, List<Step> steps) implements Effect {

    /** What is measured. */
    public enum By {
      /** The scope's amount, on the threshold's basis. */
      AMOUNT,
      /** The scope's units. */
      QUANTITY
    }

    /** What the reached step counts for. */
    public enum Mode {
      /** Everything in the scope. */
      ALL_UNITS,
      /** Each step for its own part. */
      GRADUATED
    }

    /**
     * One step.
     *
     * @param from the amount in minor units, or the number of units, from which it counts; 1 or more
     * @param benefit a share, or a sum off: once for the scope, or in a graduated count for each unit of the step
     */
    public record Step(long from, Benefit benefit) {
      /** Checks the start. */
      public Step {
        if (from < 1) {
          throw new InvalidInputException("The start of a step (" + from
              + ") must be 1 or more. Maybe the offer needs no steps.");
        }
      }
    }

    /** Copies and checks the steps. */
    public Tiers {
      steps = List.copyOf(steps);
      TierChecks.require(by, mode, steps);
    }
  }

  /**
   * Units of a group that are chosen by a condition.
   *
   * @param where what they must be
   * @param quantity 1 to 1,000
   */
  record Part(Criterion where, int quantity) {
    /** Checks the number. */
    public Part {
      if (quantity < 1 || quantity > 1_000) {
        throw new InvalidInputException(
            "The quantity (" + quantity + ") of a part must be 1 to 1,000. Maybe use tiers.");
      }
    }
  }

  /**
   * Buy some units and get others for less; a unit is used once.
   *
   * @param buy the units that are paid in full
   * @param get the units that are the reward
   * @param benefit on each unit of the reward
   * @param pick which units are the reward: no rewarded unit is dearer than a paid one it could stand for, or the other way round
   * @param grouping in whose favour groups are formed
   * @param lastGroup what becomes of units that do not fill a last group
   * @param maxTimes how many groups at most, or empty
   * @param spread where the saving is put
   */
  record BuyGet(
      Part buy,
      Part get,
      Benefit benefit,
      Pick pick,
      Grouping grouping,
      LastGroup lastGroup,
      OptionalLong maxTimes,
      Spread spread)
      implements Effect {
    /** Checks the number of groups. */
    public BuyGet {
      requireUnits(maxTimes);
    }
  }

  /**
   * Some units together for less: a fixed set, or any so many of a kind.
   *
   * @param parts 1 to 16
   * @param benefit a price, a share or a sum off for the set
   * @param grouping in whose favour sets are formed
   * @param maxTimes how many sets at most, or empty
   * @param spread where the saving is put
   */
  record Bundle(
      List<Part> parts, Benefit benefit, Grouping grouping, OptionalLong maxTimes, Spread spread)
      implements Effect {
    /** Copies the parts and checks their number. */
    public Bundle {
      parts = List.copyOf(parts);
      requireUnits(maxTimes);
      if (parts.isEmpty() || parts.size() > 16) {
        throw new InvalidInputException(
            "The parts (" + parts.size() + ") of a bundle must be 1 to 16. Maybe use a tag.");
      }
    }
  }

  /**
   * Less, or a fixed price, for charges such as shipping.
   *
   * @param benefit on each charge, never more than the charge
   * @param methods the shipping methods it is for; empty for every charge of kind shipping
   */
  record Shipping(Benefit benefit, Set<String> methods) implements Effect {
    /** Sorts and checks the methods. */
    public Shipping {
      methods.forEach(method -> Text.requireVisible("method", method, 64));
      methods = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(methods));
    }
  }

  /**
   * Goods for free beside the cart: lines that the engine owns.
   *
   * @param choices what can be chosen, 1 to 32 variants
   * @param pick how many of them, 1 or more
   * @param worth what one is worth where refunds withhold it, 0 or more
   * @param fallback what happens if the buyer's choice is missing or sold out
   */
  record Gift(List<SkuId> choices, int pick, Money worth, Fallback fallback) implements Effect {

    /** What happens if the choice is missing or sold out. */
    public enum Fallback {
      /** The first of the choices that is there. */
      FIRST_AVAILABLE,
      /** No gift. */
      NONE
    }

    /** Copies the choices and checks the numbers. */
    public Gift {
      choices = List.copyOf(choices);
      requireNotNegative("worth", worth);
      if (choices.isEmpty()
          || choices.size() > 32
          || new HashSet<>(choices).size() < choices.size()) {
        throw new InvalidInputException(
            "The choices (%s) must be 1 to 32 different SKUs. Maybe one stands twice."
                .formatted(choices));
      }
      if (pick < 1 || pick > choices.size()) {
        throw new InvalidInputException(
            "The pick (%d) must be 1 to the number of choices (%d). Maybe add choices."
                .formatted(pick, choices.size()));
      }
    }
  }

  /**
   * More points than usual; the points context earns them.
   *
   * @param ppm a multiplier of what the scope earns, in parts per million, more than 1,000,000; or empty
   * @param plus further points, once, 1 or more; or empty
   */
  record Points(OptionalLong ppm, OptionalLong plus) implements Effect {
    /** Checks that it gives something. */
    public Points {
      if (ppm.isEmpty() == plus.isEmpty()
          || (ppm.isPresent() && (ppm.getAsLong() <= 1_000_000 || ppm.getAsLong() > 1_000_000_000))
          || (plus.isPresent() && (plus.getAsLong() < 1 || plus.getAsLong() > Money.MAX_MINOR))) {
        throw new InvalidInputException(
            "The points (ppm %s, plus %s) must be a multiplier above 1,000,000 ppm or a number of 1 or more. Maybe 2,000,000 ppm was meant: double points."
                .formatted(ppm, plus));
      }
    }
  }

  /**
   * A coupon for later.
   *
   * @param template which offer's coupon
   * @param on when it is issued
   */
  record IssueCoupon(OfferId template, On on) implements Effect {
    /** When a coupon is issued. */
    public enum On {
      /** When the order is placed. */
      PLACED,
      /** When the order can no longer be returned. */
      COMPLETED
    }
  }

  /**
   * Points that pay a part.
   *
   * @param maxPpm the most of the payable they may pay, in parts per million, 1 to 1,000,000
   * @param points this many points ...
   * @param worth ... are worth this much, more than 0
   * @param step points are spent in multiples of this, 1 or more
   */
  record PayPoints(long maxPpm, long points, Money worth, long step) implements Effect {
    /** Checks the rates. */
    public PayPoints {
      Benefit.requireRate(maxPpm);
      Benefit.requirePositive("worth", worth);
      if (points < 1 || step < 1) {
        throw new InvalidInputException(
            "The points (%d) and their step (%d) must be 1 or more. Maybe swap points and worth."
                .formatted(points, step));
      }
    }
  }

  /**
   * A deposit paid ahead that counts for more (PRICING 9.4).
   *
   * @param deposit what is paid ahead, more than 0
   * @param worth what it counts for, the deposit or more
   */
  record DepositExpand(Money deposit, Money worth) implements Effect {
    /** Checks the order of the two. */
    public DepositExpand {
      Benefit.requirePositive("deposit", deposit);
      if (worth.compareTo(deposit) < 0) {
        throw new InvalidInputException(
            "The worth (%s) must be the deposit (%s) or more. Maybe swap the two."
                .formatted(worth, deposit));
      }
    }
  }

  /**
   * Code that the host registered.
   *
   * @param id its name, 1 to 64 visible characters
   * @param args its arguments
   */
  record Ext(String id, Args args) implements Effect {
    /** Checks the name. */
    public Ext {
      Text.requireVisible("effect id", id, 64);
    }
  }

  private static void requireUnits(OptionalLong units) {
    if (units.orElse(1) < 1) {
      throw new InvalidInputException("The number (" + units.getAsLong()
          + ") must be 1 or more. Maybe leave it out for no limit.");
    }
  }

  private static void requireNotNegative(String field, Money amount) {
    if (amount.minor() < 0) {
      throw new InvalidInputException(
          "The " + field + " (" + amount + ") must be 0 or more. Maybe an amount off was meant.");
    }
  }
}
