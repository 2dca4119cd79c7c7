package dev.akinai.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatioTest {
  @Test
  void keepsLowestTerms() {
    assertThat(Ratio.percent(15)).isEqualTo(Ratio.of(3, 20)).isEqualTo(Ratio.ppm(150_000));
    assertThat(Ratio.ppm(85_000)).hasToString("17/200");
    assertThat(Ratio.of(0, 7)).isEqualTo(Ratio.ZERO);
    assertThat(Ratio.percent(-50)).isEqualTo(Ratio.of(-1, 2));
    assertThat(Ratio.percent(-50).isNegative()).isTrue();
    assertThat(Ratio.ZERO.isNegative()).isFalse();
  }

  @Test
  void readsDecimalsAndFractions() {
    assertThat(Ratio.parse("0.15")).isEqualTo(Ratio.percent(15));
    assertThat(Ratio.parse("3/20")).isEqualTo(Ratio.percent(15));
    assertThat(Ratio.parse("-1.5")).isEqualTo(Ratio.of(-3, 2));
    assertThat(Ratio.parse("0.9137")).isEqualTo(Ratio.of(9_137, 10_000));
    assertThat(Ratio.parse("2")).isEqualTo(Ratio.of(2, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "15%", ".5", "1e3", "1/0", "0/0", "1/-2", " 1", "1.", "+1", "٣"})
  void refusesOtherForms(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ratio.parse(text))
        .withMessageContainingAll("(" + text + ")", "Maybe");
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(1, -2));
    assertOverflow(() -> Ratio.of(Long.MIN_VALUE, 1));
    assertOverflow(() -> Ratio.of(1, Long.MAX_VALUE).plus(Ratio.of(1, Long.MAX_VALUE - 1)));
    assertOverflow(() -> Ratio.parse("9999999999999999999/1"));
    assertOverflow(() -> Ratio.of(Long.MAX_VALUE, 1).times(Ratio.of(2, 1)));
  }

  private static void assertOverflow(ThrowingCallable call) {
    assertThatExceptionOfType(MoneyOverflowException.class).isThrownBy(call);
  }

  @Test
  void calculatesExactly() {
    assertThat(Ratio.percent(15).complement()).isEqualTo(Ratio.percent(85));
    assertThat(Ratio.of(1, 3).plus(Ratio.of(1, 6))).isEqualTo(Ratio.of(1, 2));
    assertThat(Ratio.of(1, 3).minus(Ratio.of(1, 2))).isEqualTo(Ratio.of(-1, 6));
    assertThat(Ratio.percent(90).times(Ratio.percent(80))).isEqualTo(Ratio.percent(72));
    assertThat(Ratio.ONE.complement()).isEqualTo(Ratio.ZERO);
  }

  @Test
  void appliesToACountOfUnits() {
    assertThat(Ratio.of(1, 3).times(100, Rounding.HALF_UP)).isEqualTo(33);
    assertThat(Ratio.of(3, 2).times(133, Rounding.DOWN)).isEqualTo(199);
  }

  @Property
  void readsWhatItWrites(
      @ForAll @LongRange(min = -Long.MAX_VALUE) long above,
      @ForAll @LongRange(min = 1) long below) {
    Ratio ratio = Ratio.of(above, below);

    assertThat(Ratio.parse(ratio.toString())).isEqualTo(ratio);
    assertThat(Oracles.big(ratio.numerator()).gcd(Oracles.big(ratio.denominator())))
        .isEqualTo(BigInteger.ONE);
  }

  @Property
  void isOrderedAsTheExactValues(
      @ForAll @LongRange(min = -Long.MAX_VALUE) long a,
      @ForAll @LongRange(min = 1) long b,
      @ForAll @LongRange(min = -Long.MAX_VALUE) long c,
      @ForAll @LongRange(min = 1) long d) {
    BigInteger left = Oracles.big(a).multiply(Oracles.big(d));
    int expected = left.compareTo(Oracles.big(c).multiply(Oracles.big(b)));

    assertThat(Integer.signum(Ratio.of(a, b).compareTo(Ratio.of(c, d)))).isEqualTo(expected);
  }
}
