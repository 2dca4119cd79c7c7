package dev.akinai.money;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The rules of splitting written down as they are told, slow and in BigInteger. */
final class Oracles {
  private Oracles() {}

  static long[] longs(long... values) {
    return values;
  }

  static long sum(long[] values) {
    return LongStream.of(values).reduce(0, Math::addExact);
  }

  static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }

  /** Floors first, then one each to the largest remainders by a stable sort. */
  static long[] largestRemainder(long amount, long[] weights) {
    BigInteger total = big(sum(weights));
    long[] shares = new long[weights.length];
    BigInteger[] rests = new BigInteger[weights.length];
    long left = amount;
    for (int i = 0; i < weights.length; i++) {
      BigInteger[] parts = big(amount).multiply(big(weights[i])).divideAndRemainder(total);
      shares[i] = parts[0].longValueExact();
      rests[i] = parts[1];
      left -= shares[i];
    }
    IntStream.range(0, weights.length)
        .filter(i -> weights[i] > 0)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> rests[i]).reversed())
        .limit(left)
        .forEach(i -> shares[i]++);
    return shares;
  }

  /** One unit at a time to the greatest w / (2a + 1), the earlier part on a tie. */
  static long[] sainteLague(long[] weights, long units) {
    long[] shares = new long[weights.length];
    for (long n = 0; n < units; n++) {
      int best = 0;
      for (int i = 1; i < weights.length; i++) {
        if (isGreater(weights[i], 2 * shares[i] + 1, weights[best], 2 * shares[best] + 1)) {
          best = i;
        }
      }
      shares[best]++;
    }
    return shares;
  }

  /** a / b > c / d, for positive b and d. */
  static boolean isGreater(long a, long b, long c, long d) {
    return big(a).multiply(big(d)).compareTo(big(c).multiply(big(b))) > 0;
  }

  /**
   * Whether every unit handed out comes before every unit held back: the last unit of each part has
   * a greater priority than the next unit of any other, or the same one and an earlier part.
   */
  static boolean isInPriorityOrder(long[] weights, long[] shares) {
    return IntStream.range(0, weights.length)
        .filter(i -> shares[i] > 0)
        .allMatch(i -> IntStream.range(0, weights.length)
            .filter(j -> j != i)
            .allMatch(j -> lastBeatsNext(weights, shares, i, j)));
  }

  private static boolean lastBeatsNext(long[] weights, long[] shares, int i, int j) {
    long last = 2 * shares[i] - 1;
    long next = 2 * shares[j] + 1;
    boolean tieIsFine = i < j;
    return tieIsFine
        ? !isGreater(weights[j], next, weights[i], last)
        : isGreater(weights[i], last, weights[j], next);
  }

  /** Whether a share is less than one unit away from amount x weight / total. */
  static boolean isWithinOne(long share, long amount, long weight, long total) {
    BigInteger exact = big(amount).multiply(big(weight));
    return exact.subtract(big(share).multiply(big(total))).abs().compareTo(big(total)) < 0;
  }

  static long[] minus(long[] a, long[] b) {
    long[] difference = Arrays.copyOf(a, a.length);
    Arrays.setAll(difference, i -> a[i] - b[i]);
    return difference;
  }
}
