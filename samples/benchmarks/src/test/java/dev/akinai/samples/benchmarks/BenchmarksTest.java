package dev.akinai.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akinai.criteria.Criterion;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.Lane;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** That what is compared gives equal results; nothing is timed here. */
class BenchmarksTest {

  @ParameterizedTest
  @EnumSource(MatchCase.Mix.class)
  void everyWayFindsTheSameOffers(MatchCase.Mix mix) {
    MatchCase match = MatchCase.of(mix, 150);

    assertThat(match.tenthsOfMatches()).isPositive();
    for (MatchEngine.Kind kind : MatchEngine.Kind.values()) {
      MatchBenchmark.requireEqual(kind, match, kind.make(match));
    }
  }

  @Test
  void noticesAWayThatMissesAnOffer() {
    MatchCase match = MatchCase.of(MatchCase.Mix.FIXED, 100);
    MatchCase less = new MatchCase(match.baskets(), match.rules().subList(0, 90));
    MatchEngine bad = MatchEngine.Kind.AKINAI.make(less);

    assertThatThrownBy(() -> MatchBenchmark.requireEqual(MatchEngine.Kind.AKINAI, match, bad))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("must be those of the naive loop");
  }

  @Test
  void equallyManyMatchInTheFixedMixAndMoreInTheProportionalOne() {
    assertThat(MatchCase.of(MatchCase.Mix.FIXED, 2_000).tenthsOfMatches())
        .isEqualTo(MatchCase.of(MatchCase.Mix.FIXED, 100).tenthsOfMatches());
    assertThat(MatchCase.of(MatchCase.Mix.PROPORTIONAL, 2_000).tenthsOfMatches())
        .isGreaterThan(5 * MatchCase.of(MatchCase.Mix.PROPORTIONAL, 200).tenthsOfMatches());
  }

  @ParameterizedTest
  @CsvSource({"FULL, 5", "LARGE_QUANTITIES, 5", "NO_OFFERS, 0"})
  void asManyOffersApplyAsTheQuotesSay(QuoteCase.Kind kind, int applied) {
    QuoteCase quotes = QuoteCase.of(kind);

    try (Shop shop = new Shop()) {
      assertThat(quotes.inputs()).hasSize(32).allSatisfy(input -> {
        Quote quote = shop.quote(input, quotes.ruleset());
        assertThat(quote.pieces()).hasSize(20);
        assertThat(quote.applied()).hasSize(applied);
      });
    }
  }

  @Test
  void moneyOfFiftyCartsIsThatOfBruteForce() {
    MoneyGroup money = new MoneyGroup(50);
    String text = money.run().text();

    assertThat(money.proven()).isEqualTo(50);
    assertThat(money.saved("AKINAI")).isEqualTo(money.saved("BRUTE_FORCE"));
    assertThat(money.saved("BEST_OF_FOUR")).isLessThan(money.saved("AKINAI"));
    assertThat(money.saved("PRIORITY")).isLessThanOrEqualTo(money.saved("BEST_OF_FOUR"));
    assertThat(money.saved("SINGLE")).isPositive().isLessThan(money.saved("PRIORITY"));
    assertThat(text).contains("50 carts").contains("proven best: 100.00 %");
  }

  @ParameterizedTest
  @EnumSource(SmallCase.Shape.class)
  void couponsAreSolvedAsByBruteForce(SmallCase.Shape shape) {
    try (Shop shop = new Shop()) {
      for (int seed = 0; seed < 10; seed++) {
        var prepared = CouponSolver.Prepared.of(SmallCase.coupons(shape, 10, seed));

        long best = CouponSolver.BRUTE_FORCE.saved(prepared, shop);

        assertThat(CouponSolver.AKINAI.saved(prepared, shop))
            .as("seed %d", seed)
            .isEqualTo(best);
        for (Greedy order : Greedy.values()) {
          assertThat(order.saved(prepared.small())).isBetween(0L, best);
        }
      }
    }
  }

  /** PRICING 13, case 19: the greedy order takes the middle one, which shuts out the other two. */
  @Test
  void theLargestOfferFirstLosesMoney() {
    var small = new SmallEngine(new SmallCase(
        List.of(2_000L, 2_000L, 2_000L, 2_000L),
        List.of(
            amount("X", 1_000, 0b0110, Set.of("Y", "Z")),
            amount("Y", 900, 0b0011, Set.of()),
            amount("Z", 900, 0b1100, Set.of()))));

    assertThat(Greedy.LARGEST.saved(small)).isEqualTo(1_000);
    assertThat(small.bruteForce()).isEqualTo(1_800);
    assertThat(Greedy.single(small)).isEqualTo(1_000);
  }

  private static SmallOffer amount(String id, long off, long lines, Set<String> excludes) {
    return new SmallOffer(
        id,
        Lane.PLATFORM_ORDER,
        0,
        Optional.empty(),
        excludes,
        0,
        off,
        lines,
        1,
        Criterion.Basis.LIST);
  }

  @Test
  void aFigureShowsItsMedianAndSpread() {
    assertThat(Figure.of("us", 3, 1, 2.5).text()).isEqualTo("2.50 us [1.00..3.00]");
    assertThat(Figure.of("us", 12_345).text()).isEqualTo("12.3 ms");
    assertThat(Figure.of("MiB", 1_234.4).text()).isEqualTo("1,234 MiB");
  }

  @Test
  void aSectionSaysWhetherTargetsAreMet() {
    Section section = new Section("sample", "a sample");
    section.atMost("time", 5, 4, "ms");
    section.atLeast("ratio", 100, 99, "");

    assertThat(section.text().lines())
        .anyMatch(line -> line.matches(" *time +<= 5.00 ms +4.00 ms +met"))
        .anyMatch(line -> line.matches(" *ratio +>= 100 +99.0 +MISSED"));
  }
}
