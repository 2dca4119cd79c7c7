package dev.akinai.money;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Weights as carts and tenders have them: free lines, equal lines, one-cent lines, huge ones. */
final class SplitArbitraries {
  private SplitArbitraries() {}

  /** Weights, and two amounts in order, each of 0 to the sum of the weights, which is positive. */
  record Case(long[] weights, long amount, long next) {
    @Override
    public String toString() {
      return "%d then %d over %s".formatted(amount, next, Arrays.toString(weights));
    }
  }

  static Arbitrary<Case> small() {
    Arbitrary<Long> weight = Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.just(0L)),
        Tuple.of(3, Arbitraries.longs().between(1, 3)),
        Tuple.of(3, Arbitraries.longs().between(1, 40)));
    return cases(weight, 9);
  }

  static Arbitrary<Case> big() {
    Arbitrary<Long> weight = Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.of(0L, 1L, Money.MAX_MINOR)),
        Tuple.of(2, Arbitraries.longs().between(1, 1_000)),
        Tuple.of(3, Arbitraries.longs().between(1, Money.MAX_MINOR).withoutEdgeCases()));
    return cases(weight, 24);
  }

  private static Arbitrary<Case> cases(Arbitrary<Long> weight, int most) {
    Arbitrary<long[]> weights =
        weight.array(long[].class).ofMinSize(1).ofMaxSize(most).filter(w -> Oracles.sum(w) > 0);
    return weights.flatMap(
        w -> twoAmounts(Oracles.sum(w)).map(t -> new Case(w, t.get1(), t.get2())));
  }

  private static Arbitrary<Tuple2<Long, Long>> twoAmounts(long total) {
    Arbitrary<Long> amount = Arbitraries.longs().between(0, total);
    return amount
        .tuple2()
        .map(t -> Tuple.of(Math.min(t.get1(), t.get2()), Math.max(t.get1(), t.get2())));
  }
}
