package dev.akinai.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.function.LongSupplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {
  private static final Map<Rounding, RoundingMode> SAME_IN_THE_JDK = Map.of(
      Rounding.HALF_UP, RoundingMode.HALF_UP,
      Rounding.HALF_EVEN, RoundingMode.HALF_EVEN,
      Rounding.HALF_DOWN, RoundingMode.HALF_DOWN,
      Rounding.DOWN, RoundingMode.DOWN,
      Rounding.UP, RoundingMode.UP,
      Rounding.FLOOR, RoundingMode.FLOOR,
      Rounding.CEILING, RoundingMode.CEILING,
      Rounding.EXACT, RoundingMode.UNNECESSARY);

  @Property(tries = 5_000)
  void dividesAsBigNumbersDo(
      @ForAll("factors") long a,
      @ForAll("factors") long b,
      @ForAll("divisors") long c,
      @ForAll Rounding rounding) {
    assertThat(outcome(() -> rounding.mulDiv(a, b, c))).isEqualTo(expected(a, b, c, rounding));
  }

  @Property
  void dividesHalvesAsBigNumbersDo(
      @ForAll("tiny") long a, @ForAll("tiny") long c, @ForAll Rounding rounding) {
    long divisor = Math.abs(c) + 1;
    assertThat(outcome(() -> rounding.mulDiv(a, 1, divisor)))
        .isEqualTo(expected(a, 1, divisor, rounding));
  }

  private static String outcome(LongSupplier call) {
    try {
      return Long.toString(call.getAsLong());
    } catch (MoneyOverflowException overflow) {
      return "overflow";
    } catch (ArithmeticException fraction) {
      return "fraction";
    }
  }

  private static String expected(long a, long b, long c, Rounding rounding) {
    BigInteger product = Oracles.big(a).multiply(Oracles.big(b));
    if (product.abs().divide(Oracles.big(c)).bitLength() >= Long.SIZE) {
      return "overflow";
    }
    try {
      RoundingMode mode = SAME_IN_THE_JDK.get(rounding);
      BigDecimal quotient = new BigDecimal(product).divide(BigDecimal.valueOf(c), 0, mode);
      boolean fits = quotient.toBigInteger().abs().bitLength() < Long.SIZE;
      return fits ? quotient.toPlainString() : "overflow";
    } catch (ArithmeticException fraction) {
      return "fraction";
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HALF_UP, 3, -3",
    "HALF_EVEN, 2, -2",
    "HALF_DOWN, 2, -2",
    "DOWN, 2, -2",
    "UP, 3, -3",
    "FLOOR, 2, -3",
    "CEILING, 3, -2",
  })
  void roundsTwoAndAHalf(Rounding rounding, long above, long below) {
    assertThat(rounding.mulDiv(5, 1, 2)).isEqualTo(above);
    assertThat(rounding.mulDiv(-5, 1, 2)).isEqualTo(below);
    assertThat(rounding.mulDiv(5, -1, 2)).isEqualTo(below);
  }

  @Test
  void refusesALostFractionWithItsValues() {
    assertThat(Rounding.EXACT.mulDiv(10, 3, 15)).isEqualTo(2);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Rounding.EXACT.mulDiv(5, 1, 2))
        .withMessageContainingAll("5 x 1 / 2", "Maybe")
        .isNotInstanceOf(MoneyOverflowException.class);
  }

  @Test
  void refusesADivisorThatIsNotPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rounding.DOWN.mulDiv(1, 1, 0))
        .withMessageContaining("(0)");
    assertThatIllegalArgumentException().isThrownBy(() -> Rounding.DOWN.mulDiv(1, 1, -2));
  }

  @Test
  void refusesToRoundPastTheGreatestLong() {
    // 3 x third = 2^64 - 1, so the half of it is 2^63 - 1 and a half
    long third = 6_148_914_691_236_517_205L;
    assertThat(Rounding.DOWN.mulDiv(third, 3, 2)).isEqualTo(Long.MAX_VALUE);
    assertThatExceptionOfType(MoneyOverflowException.class)
        .isThrownBy(() -> Rounding.UP.mulDiv(third, 3, 2));
  }

  @Provide
  Arbitrary<Long> factors() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.longs().greaterOrEqual(-Long.MAX_VALUE)),
        Tuple.of(3, Arbitraries.longs().between(-Money.MAX_MINOR, Money.MAX_MINOR)),
        Tuple.of(2, tiny()));
  }

  @Provide
  Arbitrary<Long> divisors() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.longs().greaterOrEqual(1)),
        Tuple.of(3, Arbitraries.longs().between(1, Money.MAX_MINOR)),
        Tuple.of(2, Arbitraries.longs().between(1, 1_000_000)));
  }

  @Provide
  Arbitrary<Long> tiny() {
    return Arbitraries.longs().between(-50, 50);
  }
}
