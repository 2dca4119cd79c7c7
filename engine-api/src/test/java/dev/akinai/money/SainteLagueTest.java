package dev.akinai.money;

import static dev.akinai.money.Oracles.longs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.akinai.money.SplitArbitraries.Case;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SainteLagueTest {
  private static final CurrencyCode CNY = CurrencyCode.of("CNY");

  @Property(tries = 4_000)
  void isTheOneByOneRule(@ForAll("small") Case c) {
    assertThat(Split.cumulativeSainteLague(c.weights(), c.amount()))
        .containsExactly(Oracles.sainteLague(c.weights(), c.amount()));
  }

  @Test
  void isTheOneByOneRuleForEverySmallCase() {
    int compared = 0;
    for (int code = 0; code < 7 * 7 * 7 * 7; code++) {
      long[] weights = longs(code % 7, code / 7 % 7, code / 49 % 7, code / 343);
      for (long units = 0; units <= Oracles.sum(weights); units++) {
        assertThat(Split.cumulativeSainteLague(weights, units))
            .as("%d over %s", units, Arrays.toString(weights))
            .containsExactly(Oracles.sainteLague(weights, units));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(2_401 * 13); // the mean sum is 12
  }

  @Property
  void handsHugeAmountsOutInOrderOfPriority(@ForAll("big") Case c) {
    long[] shares = Split.cumulativeSainteLague(c.weights(), c.amount());

    assertThat(Oracles.sum(shares)).isEqualTo(c.amount());
    assertThat(Oracles.isInPriorityOrder(c.weights(), shares)).isTrue();
  }

  @Property
  @Label("L-PRI-49 steps are >= 0, cumulatively <= the original, equal to it at the end")
  void reversesNeverTooMuchAndAllAtTheEnd(@ForAll("big") Case c) {
    long[] w = c.weights();
    long total = Oracles.sum(w);
    long[] first = Split.step(w, 0, c.amount());
    long[] second = Split.step(w, c.amount(), c.next());
    long[] third = Split.step(w, c.next(), total);

    assertThat(Oracles.sum(second)).isEqualTo(c.next() - c.amount());
    for (int i = 0; i < w.length; i++) {
      assertThat(Math.min(first[i], Math.min(second[i], third[i]))).isNotNegative();
      assertThat(first[i] + second[i] + third[i]).isEqualTo(w[i]);
    }
    assertThat(Split.cumulativeSainteLague(w, total)).containsExactly(w);
  }

  @Property(tries = 200)
  @Label("L-PRI-44, L-PRI-46 the split of what is reversed does not depend on how it was cut")
  void growsUnitByUnit(@ForAll("small") Case c) {
    long[] before = new long[c.weights().length];
    for (long units = 1; units <= Oracles.sum(c.weights()); units++) {
      long[] after = Split.cumulativeSainteLague(c.weights(), units);
      long[] step = Oracles.minus(after, before);

      assertThat(Arrays.stream(step)).allMatch(share -> share == 0 || share == 1);
      assertThat(Oracles.sum(step)).isEqualTo(1);
      before = after;
    }
  }

  @Test
  void handsOutManyUnitsToOnePartBesideManySmallOnes() {
    long[] weights = new long[1_001];
    Arrays.fill(weights, 4);
    weights[500] = 6_000;

    long[] shares = Split.cumulativeSainteLague(weights, 1_000);

    assertThat(shares).containsExactly(Oracles.sainteLague(weights, 1_000));
    assertThat(shares[500]).as("exact is 600").isEqualTo(750);
  }

  @Test
  void takesBackManyUnitsInOrderOfTies() {
    long[] weights = new long[1_000];
    Arrays.fill(weights, 10);
    weights[3] = 11;

    for (long units : longs(1, 501, 600, 999, 1_000, 5_001, 9_999)) {
      assertThat(Split.cumulativeSainteLague(weights, units))
          .containsExactly(Oracles.sainteLague(weights, units));
    }
  }

  @Test
  @DisplayName("known FALSE L-PRI-67: shares stay within 1 of exact")
  void mayBeAWholeUnitFromExact() {
    long[] shares = Split.cumulativeSainteLague(longs(1, 1, 1, 3), 4);

    assertThat(shares).containsExactly(1, 1, 1, 1);
    assertThat(Oracles.isWithinOne(shares[3], 4, 3, 6)).as("exact is 2").isFalse();
  }

  @Test
  @DisplayName("orders case 1: 3 x 100.00 less 10.00, borne 3.00 + 7.00, returned one by one")
  void reversesADiscountUnitByUnit() {
    long[] parties = longs(300, 700);

    assertThat(Split.unitShares(29_000, 3)).containsExactly(9_666, 9_667, 9_667);
    assertThat(discountStep(parties, 0)).containsExactly(100, 234);
    assertThat(discountStep(parties, 1)).containsExactly(100, 233);
    assertThat(discountStep(parties, 2)).containsExactly(100, 233);
  }

  private static long[] discountStep(long[] parties, int unit) {
    long from = Split.cumulativeCeiling(1_000, 3, unit);
    return Split.step(parties, from, Split.cumulativeCeiling(1_000, 3, unit + 1));
  }

  @Test
  @DisplayName("orders case 2: 5 units paid 99.99 = 80.00 + 19.99, split 2 + 3")
  void splitsTendersWithTheUnits() {
    long[] tenders = longs(8_000, 1_999);
    long two = Split.cumulativeFloor(9_999, 5, 2);
    long three = Split.cumulativeFloor(9_999, 5, 3);

    assertThat(two).isEqualTo(3_999);
    assertThat(Split.step(tenders, 0, two)).containsExactly(3_200, 799);
    assertThat(Split.step(tenders, two, 9_999)).containsExactly(4_800, 1_200);
    assertThat(Split.step(tenders, two, three)).containsExactly(1_600, 400);
  }

  @Test
  @DisplayName("orders case 4: return 1 of 4 x 25.00, allowance 10.00, return the rest one by one")
  void reversesWhatARebasedPieceStillHas() {
    assertThat(Split.step(longs(6_000, 4_000), 0, 2_500)).containsExactly(1_500, 1_000);
    assertThat(Split.step(longs(4_500, 3_000), 0, 1_000)).containsExactly(600, 400);

    long[] left = longs(3_900, 2_600);
    assertThat(Split.unitShares(Oracles.sum(left), 3)).containsExactly(2_166, 2_167, 2_167);
    assertThat(Split.cumulativeSainteLague(left, 6_500)).containsExactly(3_900, 2_600);
  }

  @Test
  @DisplayName("orders case 8: external refunds 33.33, 50.00, 126.67 over captures 150.00 + 60.00")
  void spreadsExternalRefundsOverCaptures() {
    long[] captures = longs(15_000, 6_000);

    assertThat(Split.step(captures, 0, 3_333)).containsExactly(2_381, 952);
    assertThat(Split.step(captures, 3_333, 8_333)).containsExactly(3_571, 1_429);
    assertThat(Split.step(captures, 8_333, 21_000)).containsExactly(9_048, 3_619);
  }

  @Test
  void reversesMoney() {
    List<Money> tenders = List.of(Money.parse("CNY 80.00"), Money.parse("CNY 19.99"));

    assertThat(Split.reversedSoFar(Money.parse("CNY 39.99"), tenders))
        .containsExactly(Money.parse("CNY 32.00"), Money.parse("CNY 7.99"));
  }

  @Test
  void refusesMoneyOfAnotherCurrency() {
    List<Money> tenders = List.of(Money.of(CNY, 100), Money.parse("USD 1.00"));

    assertThatExceptionOfType(CurrencyMismatchException.class)
        .isThrownBy(() -> Split.reversedSoFar(Money.of(CNY, 50), tenders));
  }

  @Test
  void refusesToReverseMoreThanThereIs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Split.cumulativeSainteLague(longs(3, 4), 8))
        .withMessageContainingAll("(8)", "0 to 7");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Split.cumulativeSainteLague(longs(3, 4), -1));
    assertThatIllegalArgumentException().isThrownBy(() -> Split.step(longs(3, 4), 5, 4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Split.cumulativeSainteLague(longs(3, -4), 0));
  }

  @Test
  void reversesNothingOfNothing() {
    assertThat(Split.cumulativeSainteLague(longs(), 0)).isEmpty();
    assertThat(Split.cumulativeSainteLague(longs(0, 0), 0)).containsExactly(0, 0);
  }

  @Provide
  Arbitrary<Case> small() {
    return SplitArbitraries.small();
  }

  @Provide
  Arbitrary<Case> big() {
    return SplitArbitraries.big();
  }
}
