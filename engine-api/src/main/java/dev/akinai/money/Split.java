package dev.akinai.money;

import dev.akinai.base.Api;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Divides amounts so that the parts add up to the whole, to the last cent.
 *
 * <p>Three rules, each for its own purpose:
 *
 * <ul>
 *   <li>{@link #largestRemainder(long, long[]) largest remainder} spreads a discount over lines; it
 *       is nearest to the exact shares, but a share can fall while the amount grows;
 *   <li>{@link #cumulativeFloor cumulative floor} gives each unit of a line its price;
 *   <li>{@link #cumulativeSainteLague cumulative Sainte-Laguë} undoes such splits little by little:
 *       no part ever gets less as more is reversed, and at the end each has all of its original.
 * </ul>
 *
 * <p>Amounts are whole minor units; products have 128 bits. Source: Balinski and Young, "Fair
 * Representation" (1982). Stateless and thread-safe; arrays that come in are not changed.
 */
@Api(Api.Use.CALL)
public final class Split {
  /** The greatest sum of weights or originals: a quarter of the range of a long. */
  private static final long MAX_TOTAL = Long.MAX_VALUE / 4;

  private Split() {}

  /**
   * Spreads an amount over weights, nearest to the exact shares.
   *
   * <p>Each gets {@code floor(amount x weight / sum)}; the units left go one each to the largest
   * remainders, ties to the earlier. 10.00 over three lines of 100.00 gives 3.34, 3.33 and 3.33.
   * The shares add up to the amount, a weight of 0 gets 0, each is less than 1 from exact, and none is
   * above its weight if the amount is not above the sum. A negative amount is the mirror image.
   *
   * @param amount any long but {@link Long#MIN_VALUE}
   * @param weights 0 or more each, in the order that breaks ties
   * @return one share for each weight
   * @throws IllegalArgumentException if a weight is negative, or all are 0 and the amount is not
   * @throws MoneyOverflowException if the weights add up to more than a quarter of a long's range
   */
  public static long[] largestRemainder(long amount, long[] weights) {
    long total = totalOf(weights);
    long[] shares = new long[weights.length];
    if (amount == 0) {
      return shares;
    }
    if (total == 0) {
      throw new IllegalArgumentException(
          "The weights (%d, sum 0) must have a positive sum to take %d. Maybe leave out free lines."
              .formatted(weights.length, amount));
    }
    spread(Wide.magnitude(amount), weights, total, shares);
    if (amount < 0) {
      for (int i = 0; i < shares.length; i++) {
        shares[i] = -shares[i];
      }
    }
    return shares;
  }

  private static void spread(long amount, long[] weights, long total, long[] shares) {
    long[] rests = new long[weights.length];
    long left = amount;
    for (int i = 0; i < weights.length; i++) {
      long share = Wide.quotient(amount, weights[i], total);
      rests[i] = rest(amount, weights[i], total, share);
      shares[i] = share;
      left -= share;
    }
    if (left > 0) {
      raiseLargest(amount, weights, total, (int) left, shares, rests);
    }
  }

  /** The rests add up to left x total and each is below total, so more than left of them are > 0. */
  private static void raiseLargest(
      long amount, long[] weights, long total, int left, long[] shares, long[] rests) {
    Arrays.sort(rests);
    long last = rests[rests.length - left];
    int ties = left;
    for (int i = 0; i < shares.length; i++) {
      if (rest(amount, weights[i], total, shares[i]) > last) {
        shares[i]++; // its rest is below 0 from here on, so that it is no tie
        ties--;
      }
    }
    for (int i = 0; ties > 0; i++) {
      if (rest(amount, weights[i], total, shares[i]) == last) {
        shares[i]++;
        ties--;
      }
    }
  }

  /** Exact although both products wrap: it is less than the total. */
  private static long rest(long amount, long weight, long total, long share) {
    return amount * weight - share * total;
  }

  /**
   * Spreads an amount of money over weights, nearest to the exact shares.
   *
   * @param amount the amount, of either sign
   * @param weights 0 or more each, in the order that breaks ties
   * @return one share for each weight, in an unmodifiable list
   * @throws IllegalArgumentException if a weight is negative, or all are 0 and the amount is not
   * @throws MoneyOverflowException if the weights add up to more than a quarter of a long's range
   * @see #largestRemainder(long, long[])
   */
  public static List<Money> largestRemainder(Money amount, List<Long> weights) {
    long[] plain = weights.stream().mapToLong(Long::longValue).toArray();
    return inCurrency(amount.currency(), largestRemainder(amount.minor(), plain));
  }

  /**
   * Tells what the first units of a line are worth together, rounded down.
   *
   * <p>{@code floor(total x upTo / units)}. Unit k is worth the step from k - 1 to k: of 10.00 for 3
   * units they are worth 3.33, 3.33 and 3.34.
   *
   * @param total what all units are worth, 0 or more
   * @param units how many units there are, 1 or more
   * @param upTo how many of them, 0 to units
   * @return the worth of the first units
   * @throws IllegalArgumentException if a value is out of its range
   */
  public static long cumulativeFloor(long total, long units, long upTo) {
    requirePosition(total, units, upTo);
    return Wide.quotient(total, upTo, units);
  }

  /**
   * Tells what the first units of a line carry together, rounded up: the discount beside a net
   * that is rounded down.
   *
   * @param total what all units carry, 0 or more
   * @param units how many units there are, 1 or more
   * @param upTo how many of them, 0 to units
   * @return {@code ceil(total x upTo / units)}
   * @throws IllegalArgumentException if a value is out of its range
   */
  public static long cumulativeCeiling(long total, long units, long upTo) {
    requirePosition(total, units, upTo);
    return Wide.mulDiv(total, upTo, units, Rounding.UP);
  }

  /**
   * Tells what the units from one position to another are worth: the step of the cumulative floor.
   *
   * @param total what all units are worth, 0 or more
   * @param units how many units there are, 1 or more
   * @param from how many units lie before, 0 to upTo
   * @param upTo how many units lie before the end, from to units
   * @return the worth of the units between
   * @throws IllegalArgumentException if a value is out of its range
   */
  public static long between(long total, long units, long from, long upTo) {
    requireOrder(from, upTo);
    return cumulativeFloor(total, units, upTo) - cumulativeFloor(total, units, from);
  }

  /**
   * Tells what the units from one position to another carry: the step of the cumulative ceiling.
   *
   * @param total what all units carry, 0 or more
   * @param units how many units there are, 1 or more
   * @param from how many units lie before, 0 to upTo
   * @param upTo how many units lie before the end, from to units
   * @return what the units between carry
   * @throws IllegalArgumentException if a value is out of its range
   */
  public static long betweenCeiling(long total, long units, long from, long upTo) {
    requireOrder(from, upTo);
    return cumulativeCeiling(total, units, upTo) - cumulativeCeiling(total, units, from);
  }

  /**
   * Lists what each unit of a line is worth; they differ by 1 at most and add up to the total.
   *
   * @param total what all units are worth, 0 or more
   * @param units how many units there are, 1 or more
   * @return the worth of each unit, in their order
   * @throws IllegalArgumentException if a value is out of its range
   */
  public static long[] unitShares(long total, int units) {
    requirePosition(total, units, 0);
    long[] shares = new long[units];
    long before = 0;
    for (int k = 1; k <= units; k++) {
      long worth = Wide.quotient(total, k, units);
      shares[k - 1] = worth - before;
      before = worth;
    }
    return shares;
  }

  /**
   * Tells how much of each part is reversed once so much is reversed of the whole.
   *
   * <p>Units go one by one to the part with the greatest {@code original / (2 x reversed + 1)}, ties
   * to the earlier. A partial refund is the {@link #step} between two answers: never negative, never
   * above the original, and exact at the end, in whatever cuts the refunds come. Of 99.99 paid as
   * 80.00 by card and 19.99 in points, 39.99 are 32.00 and 7.99.
   *
   * @param originals the original amount of each part, 0 or more, in the order that breaks ties
   * @param reversed what is reversed so far of all parts, 0 to their sum
   * @return what is reversed so far of each part
   * @throws IllegalArgumentException if an original is negative, or reversed is out of its range
   * @throws MoneyOverflowException if the originals add up to more than a quarter of a long's range
   */
  public static long[] cumulativeSainteLague(long[] originals, long reversed) {
    long total = totalOf(originals);
    if (reversed < 0 || reversed > total) {
      throw new IllegalArgumentException(
          "The sum reversed (%d) must be 0 to %d, the sum of the originals. Maybe one came twice."
              .formatted(reversed, total));
    }
    return SainteLague.split(reversed, originals, total);
  }

  /**
   * Tells how much of each part one more reversal takes.
   *
   * @param originals the original amount of each part, 0 or more, in the order that breaks ties
   * @param from what was reversed before, 0 to {@code to}
   * @param to what is reversed afterwards, up to the sum of the originals
   * @return what this step reverses of each part: 0 or more, {@code to - from} in all
   * @throws IllegalArgumentException if an original is negative, or a sum is out of its range
   * @throws MoneyOverflowException if the originals add up to more than a quarter of a long's range
   */
  public static long[] step(long[] originals, long from, long to) {
    requireOrder(from, to);
    long[] before = cumulativeSainteLague(originals, from);
    long[] after = cumulativeSainteLague(originals, to);
    for (int i = 0; i < after.length; i++) {
      after[i] -= before[i];
    }
    return after;
  }

  /**
   * Tells how much money of each part is reversed once so much is reversed of the whole.
   *
   * @param soFar what is reversed so far of all parts, 0 to their sum
   * @param originals the original amount of each part, 0 or more, in the order that breaks ties
   * @return what is reversed so far of each part, in an unmodifiable list
   * @throws CurrencyMismatchException if an original is in another currency
   * @throws IllegalArgumentException if an original is negative, or soFar is out of its range
   * @throws MoneyOverflowException if the originals add up to more than a quarter of a long's range
   * @see #cumulativeSainteLague(long[], long)
   */
  public static List<Money> reversedSoFar(Money soFar, List<Money> originals) {
    CurrencyCode currency = soFar.currency();
    originals.forEach(original -> Money.requireSame(currency, original.currency()));
    long[] plain = originals.stream().mapToLong(Money::minor).toArray();
    return inCurrency(currency, cumulativeSainteLague(plain, soFar.minor()));
  }

  private static List<Money> inCurrency(CurrencyCode currency, long[] shares) {
    List<Money> amounts = new ArrayList<>(shares.length);
    for (long share : shares) {
      amounts.add(new Money(currency, share));
    }
    return List.copyOf(amounts);
  }

  private static long totalOf(long[] weights) {
    long total = 0;
    for (long weight : weights) {
      if (weight < 0) {
        throw new IllegalArgumentException(
            "The weight (%d) must be 0 or more. Maybe split the negative part on its own."
                .formatted(weight));
      }
      if (weight > MAX_TOTAL - total) {
        throw new MoneyOverflowException(total + " + " + weight, "(2^63 - 1) / 4");
      }
      total += weight;
    }
    return total;
  }

  private static void requirePosition(long total, long units, long upTo) {
    if (total < 0 || units < 1 || upTo < 0 || upTo > units) {
      throw new IllegalArgumentException(
          "The position (%d of %d units worth %d) must lie in 0 to units, on a worth of 0 or more."
                  .formatted(upTo, units, total)
              + " Maybe the units were counted twice.");
    }
  }

  private static void requireOrder(long from, long upTo) {
    if (from > upTo) {
      throw new IllegalArgumentException(
          "The start (%d) must not lie behind the end (%d). Maybe swap them."
              .formatted(from, upTo));
    }
  }
}
