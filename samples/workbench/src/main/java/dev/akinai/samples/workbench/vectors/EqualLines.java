package dev.akinai.samples.workbench.vectors;

import dev.akinai.pricing.Application;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.pricing.Share;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Lines whose remainders were equal in some split: which of them got the spare minor unit is a matter of order, so either answer is right
 * (the format's README). Immutable.
 */
final class EqualLines {

  private final List<Map<String, BigInteger>> remainders;

  EqualLines(Quote quote) {
    Map<String, Long> left = quote.pieces().stream()
        .collect(Collectors.toMap(
            piece -> piece.sku().value(), piece -> piece.list().minor(), Long::sum));
    this.remainders = quote.applied().stream()
        .filter(application -> application.base().isPositive())
        .map(application -> remainders(quote, application, left))
        .toList();
  }

  /** The remainder of each line's exact share, in parts of the base; then takes the shares off what is left. */
  private static Map<String, BigInteger> remainders(
      Quote quote, Application application, Map<String, Long> left) {
    Map<String, BigInteger> remainders = new HashMap<>();
    for (QuotePiece piece : quote.pieces()) {
      String sku = piece.sku().value();
      long taken = piece.shares().stream()
          .filter(share -> share.offer().equals(application.offer()))
          .map(Share::amount)
          .mapToLong(amount -> amount.minor())
          .sum();
      BigInteger exact = BigInteger.valueOf(left.getOrDefault(sku, 0L))
          .multiply(BigInteger.valueOf(application.discount().minor()));
      remainders.put(sku, exact.mod(BigInteger.valueOf(application.base().minor())));
      left.merge(sku, -taken, Long::sum);
    }
    return remainders;
  }

  /** Whether two splits are the same but for spare minor units among lines that were equal. */
  boolean sameUpToEqualLines(Map<String, Long> expected, Map<String, Long> actual) {
    if (!expected.keySet().equals(actual.keySet()) || total(expected) != total(actual)) {
      return false;
    }
    List<String> differing = expected.keySet().stream()
        .filter(sku -> !Objects.equals(expected.get(sku), actual.get(sku)))
        .toList();
    boolean spare = differing.stream()
        .allMatch(
            sku -> Math.abs(expected.getOrDefault(sku, 0L) - actual.getOrDefault(sku, 0L)) == 1);
    return differing.isEmpty()
        || (spare && remainders.stream().anyMatch(split -> areEqual(split, differing)));
  }

  private static boolean areEqual(Map<String, BigInteger> split, List<String> skus) {
    return skus.stream().map(split::get).distinct().count() == 1;
  }

  private static long total(Map<String, Long> amounts) {
    return amounts.values().stream().mapToLong(Long::longValue).sum();
  }
}
