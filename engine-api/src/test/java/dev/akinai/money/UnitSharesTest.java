package dev.akinai.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UnitSharesTest {
  @Property
  @Label("L-PRI-11 units of a piece sum to its net and differ by at most 1")
  void unitsAddUpAndDifferByOneAtMost(
      @ForAll @LongRange(min = 0, max = Money.MAX_MINOR) long total,
      @ForAll @IntRange(min = 1, max = 500) int units) {
    long[] shares = Split.unitShares(total, units);

    assertThat(Oracles.sum(shares)).isEqualTo(total);
    long least = Arrays.stream(shares).min().orElseThrow();
    long most = Arrays.stream(shares).max().orElseThrow();
    assertThat(most - least).isBetween(0L, 1L);
  }

  @Property
  void isFloorAndCeilingOfTheExactShare(
      @ForAll @LongRange(min = 0, max = Money.MAX_MINOR) long total,
      @ForAll @LongRange(min = 1, max = Money.MAX_MINOR) long units,
      @ForAll @LongRange(min = 0, max = Money.MAX_MINOR) long any) {
    long upTo = any % (units + 1);
    BigInteger[] exact =
        Oracles.big(total).multiply(Oracles.big(upTo)).divideAndRemainder(Oracles.big(units));
    long floor = exact[0].longValueExact();

    assertThat(Split.cumulativeFloor(total, units, upTo)).isEqualTo(floor);
    assertThat(Split.cumulativeCeiling(total, units, upTo)).isEqualTo(floor + exact[1].signum());
  }

  @Property
  void telescopesOverAnyCut(
      @ForAll @LongRange(min = 0, max = 100_000) long total,
      @ForAll @IntRange(min = 1, max = 60) int units,
      @ForAll @IntRange(min = 0, max = 60) int any) {
    int cut = any % (units + 1);

    assertThat(Split.between(total, units, 0, cut) + Split.between(total, units, cut, units))
        .isEqualTo(total);
    assertThat(Split.betweenCeiling(total, units, 0, cut)
            + Split.betweenCeiling(total, units, cut, units))
        .isEqualTo(total);
    assertThat(Oracles.sum(Arrays.copyOf(Split.unitShares(total, units), cut)))
        .isEqualTo(Split.cumulativeFloor(total, units, cut));
  }

  @Property
  void netRoundedDownAndDiscountRoundedUpMakeTheList(
      @ForAll @LongRange(min = 0, max = 1_000) long price,
      @ForAll @IntRange(min = 1, max = 60) int units,
      @ForAll @LongRange(min = 0, max = Money.MAX_MINOR) long any,
      @ForAll @IntRange(min = 0, max = 60) int anyUnit) {
    long discount = any % (price * units + 1);
    int upTo = anyUnit % (units + 1);

    long net = Split.cumulativeFloor(price * units - discount, units, upTo);

    assertThat(net + Split.cumulativeCeiling(discount, units, upTo)).isEqualTo(price * upTo);
  }

  @Test
  @DisplayName("case 22: paid 10.00 for 3 units, returned one by one")
  void pricesThreeUnitsOfTen() {
    assertThat(Split.unitShares(1_000, 3)).containsExactly(333, 333, 334);
    assertThat(Split.between(1_000, 3, 1, 3)).isEqualTo(667);
  }

  @Test
  @DisplayName("known FALSE L-PRI-68: monotone per unit in the total")
  void mayLowerAUnitWhenTheTotalRises() {
    assertThat(Split.unitShares(2, 5)).containsExactly(0, 0, 1, 0, 1);
    assertThat(Split.unitShares(3, 5)).containsExactly(0, 1, 0, 1, 1);
  }

  @Test
  void refusesPositionsThatAreNotThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Split.cumulativeFloor(10, 3, 4))
        .withMessageContaining("(4 of 3 units worth 10)");
    assertThatIllegalArgumentException().isThrownBy(() -> Split.cumulativeFloor(10, 3, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> Split.cumulativeFloor(10, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Split.cumulativeCeiling(-1, 3, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Split.between(10, 3, 2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Split.betweenCeiling(10, 3, 2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Split.unitShares(10, 0));
  }
}
