package dev.akinai.money;

import static dev.akinai.money.Oracles.longs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.akinai.money.SplitArbitraries.Case;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {
  @Property
  void isTheRuleAsTold(@ForAll("small") Case c) {
    assertThat(Split.largestRemainder(c.amount(), c.weights()))
        .containsExactly(Oracles.largestRemainder(c.amount(), c.weights()));
  }

  @Property
  void isTheRuleAsToldForHugeAmounts(@ForAll("big") Case c) {
    assertThat(Split.largestRemainder(c.amount(), c.weights()))
        .containsExactly(Oracles.largestRemainder(c.amount(), c.weights()));
  }

  @Property
  void isTheRuleAsToldAboveTheSumOfTheWeights(
      @ForAll("small") Case c, @ForAll @LongRange(min = 0, max = Money.MAX_MINOR) long amount) {
    assertThat(Split.largestRemainder(amount, c.weights()))
        .containsExactly(Oracles.largestRemainder(amount, c.weights()));
  }

  @Property
  @Label("L-PRI-03 shares add up; L-PRI-05 weight 0 gets 0; L-PRI-06 within 1 of exact")
  void keepsTheLawsOfShares(@ForAll("big") Case c) {
    long[] shares = Split.largestRemainder(c.amount(), c.weights());
    long total = Oracles.sum(c.weights());

    assertThat(Oracles.sum(shares)).isEqualTo(c.amount());
    for (int i = 0; i < shares.length; i++) {
      assertThat(shares[i]).isBetween(0L, c.weights()[i]);
      assertThat(Oracles.isWithinOne(shares[i], c.amount(), c.weights()[i], total))
          .isTrue();
    }
  }

  @Property
  void mirrorsANegativeAmount(@ForAll("big") Case c) {
    long[] mirrored = Split.largestRemainder(-c.amount(), c.weights());

    assertThat(Arrays.stream(mirrored).map(share -> -share).toArray())
        .containsExactly(Split.largestRemainder(c.amount(), c.weights()));
  }

  @Property
  void answersTheSameAgainAndLeavesTheWeightsAlone(@ForAll("small") Case c) {
    long[] before = c.weights().clone();
    long[] first = Split.largestRemainder(c.amount(), c.weights());

    assertThat(Split.largestRemainder(c.amount(), c.weights())).containsExactly(first);
    assertThat(c.weights()).containsExactly(before);
  }

  @Test
  @DisplayName("case 1: 10.00 off over three lines of 100.00")
  void spreadsTenOverThreeHundred() {
    assertSplit(1_000, longs(10_000, 10_000, 10_000), 334, 333, 333);
  }

  @Test
  @DisplayName("case 2: 2.00 off over three lines of 5.00")
  void spreadsTwoOverFifteen() {
    assertSplit(200, longs(500, 500, 500), 67, 67, 66);
  }

  @Test
  @DisplayName("case 3: a gift has weight 0 and gets nothing")
  void givesNothingToAGift() {
    assertSplit(6, longs(0, 6, 2), 0, 5, 1);
  }

  @Test
  @DisplayName("case 4: JPY 10 off over 20 lines of 100")
  void givesTheTiesToTheFirstLines() {
    long[] lines = new long[20];
    Arrays.fill(lines, 100);

    assertSplit(10, lines, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  @Test
  @DisplayName("case 40 and known FALSE L-PRI-66: a share can fall while the amount grows")
  void isNotMonotoneInTheAmount() {
    assertSplit(7, longs(1, 9, 5), 1, 4, 2);
    assertSplit(8, longs(1, 9, 5), 0, 5, 3);

    long[] reRun = Oracles.minus(
        Split.largestRemainder(8, longs(1, 9, 5)), Split.largestRemainder(7, longs(1, 9, 5)));
    assertThat(reRun[0])
        .as("a refund from re-running the split would be negative")
        .isNegative();
  }

  @Test
  @DisplayName("case 44: 60 x 5 lines, 3 off; 11 + 11, 1 off; 57 + 3, 10 off")
  void spreadsLessThanOneUnitALine() {
    assertSplit(3, longs(60, 60, 60, 60, 60), 1, 1, 1, 0, 0);
    assertSplit(1, longs(11, 11), 1, 0);
    assertSplit(10, longs(57, 3), 10, 0);
  }

  @Test
  @DisplayName("case 47: 50 off four lines; 802 off five")
  void spreadsAlmostAll() {
    assertSplit(50, longs(16, 14, 20, 2), 15, 14, 19, 2);
    assertSplit(802, longs(4, 407, 262, 88, 88), 4, 384, 248, 83, 83);
  }

  @Test
  @DisplayName("case 48: 57.29 off 63.50 leaves 6.21")
  void leavesEachLineItsPart() {
    long[] lines = longs(2_164, 1_746, 938, 1_501, 1);

    long[] left = Oracles.minus(lines, Split.largestRemainder(5_729, lines));

    assertThat(left).containsExactly(211, 171, 92, 147, 0);
    assertThat(Oracles.sum(left)).isEqualTo(621);
  }

  @Test
  void spreadsMoney() {
    Money tenOff = Money.parse("CNY 10.00");

    List<Money> shares = Split.largestRemainder(tenOff, List.of(10_000L, 10_000L, 10_000L));

    assertThat(shares)
        .extracting(Money::toString)
        .containsExactly("CNY 3.34", "CNY 3.33", "CNY 3.33");
    assertThat(Money.sum(tenOff.currency(), shares)).isEqualTo(tenOff);
  }

  @Test
  void spreadsNothingOverNothing() {
    assertSplit(0, longs(0, 0), 0, 0);
    assertSplit(0, longs());
  }

  @Test
  void refusesToSpreadSomethingOverNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Split.largestRemainder(5, longs(0, 0)))
        .withMessageContainingAll("sum 0", "5", "Maybe");
    assertThatIllegalArgumentException().isThrownBy(() -> Split.largestRemainder(5, longs()));
  }

  @Test
  void refusesANegativeWeight() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Split.largestRemainder(5, longs(3, -1)))
        .withMessageContaining("(-1)");
  }

  @Test
  void refusesWeightsThatWouldWrap() {
    assertThatExceptionOfType(MoneyOverflowException.class)
        .isThrownBy(() -> Split.largestRemainder(5, longs(Long.MAX_VALUE, 1)));
    assertThatExceptionOfType(MoneyOverflowException.class)
        .isThrownBy(() -> Split.largestRemainder(Long.MIN_VALUE, longs(1)));
  }

  @Test
  void spreadsTheGreatestLong() {
    long[] weights = longs(Long.MAX_VALUE / 8, Long.MAX_VALUE / 8 - 1, 1);

    long[] shares = Split.largestRemainder(Long.MAX_VALUE, weights);

    assertThat(shares).containsExactly(Oracles.largestRemainder(Long.MAX_VALUE, weights));
    assertThat(Arrays.stream(shares).mapToObj(BigInteger::valueOf).reduce(BigInteger::add))
        .hasValue(BigInteger.valueOf(Long.MAX_VALUE));
  }

  private static void assertSplit(long amount, long[] weights, long... expected) {
    assertThat(Split.largestRemainder(amount, weights)).containsExactly(expected);
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
