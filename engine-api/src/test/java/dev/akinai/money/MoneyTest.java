package dev.akinai.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  private static final CurrencyCode CNY = CurrencyCode.of("CNY");
  private static final CurrencyCode GBM = CurrencyCode.declared("GBM", 3);
  private static final Money CNY_12_30 = Money.of(CNY, 1_230);
  private static final Money CNY_0_70 = Money.of(CNY, 70);
  private static final Money CNY_MAX = Money.of(CNY, Money.MAX_MINOR);
  private static final Money USD_12_30 = Money.parse("USD 12.30");

  @ParameterizedTest
  @CsvSource({
    "CNY 12.30, 1230", "CNY 12.3, 1230", "CNY 12, 1200", "CNY -0.05, -5", "CNY 0.00, 0",
    "CNY -0.00, 0", "CNY 007.00, 700", "JPY 120, 120", "KWD 0.333, 333", "KWD -1.5, -1500",
    "CNY 10000000000000.00, 1000000000000000",
  })
  void readsExactly(String text, long minor) {
    assertThat(Money.parse(text).minor()).isEqualTo(minor);
  }

  @ParameterizedTest
  @CsvSource({
    "CNY, 1230, CNY 12.30", "CNY, -5, CNY -0.05", "CNY, 0, CNY 0.00",
    "JPY, 120, JPY 120", "JPY, -1, JPY -1", "KWD, 1, KWD 0.001",
  })
  void writesAllDigits(String code, long minor, String text) {
    Money money = Money.of(CurrencyCode.of(code), minor);

    assertThat(money).hasToString(text);
    assertThat(money.amountText()).isEqualTo(text.substring(4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CNY 12.305",
        "CNY 12.300",
        "JPY 1.5",
        "JPY 1.0",
        "CNY12.30",
        "12.30",
        "CNY ",
        "CNY  1",
        "CNY 1,200.00",
        "CNY +1",
        "CNY .5",
        "CNY 1.",
        "CNY 1e3",
        "CNY ١",
        "cny 1",
        "XXX 1",
        "ZZZ 1",
        "CNY 1 ",
        "CNY --1",
        "",
        " 1",
        "CNY 1\n"
      })
  void refusesWhatItCannotReadExactly(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.parse(text))
        .withMessageContaining("Maybe");
  }

  @Test
  void readsADeclaredCurrency() {
    assertThat(Money.parse("GBM 1.234", GBM)).isEqualTo(Money.of(GBM, 1_234));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.parse("CNY 1.23", GBM))
        .withMessageContainingAll("CNY 1.23", "GBM");
    assertThatIllegalArgumentException().isThrownBy(() -> Money.parse("GBM 1.2345", GBM));
    assertThatIllegalArgumentException().isThrownBy(() -> Money.parse("GBM 1.234"));
  }

  @Property
  void readsWhatItWrites(@ForAll("amounts") Money money) {
    assertThat(Money.parse(money.toString(), money.currency())).isEqualTo(money);
    assertThat(Money.ofAmount(money.currency(), money.amountText())).isEqualTo(money);
  }

  @Test
  void calculates() {
    assertThat(CNY_12_30.plus(CNY_0_70)).isEqualTo(Money.parse("CNY 13.00"));
    assertThat(CNY_0_70.minus(CNY_12_30)).isEqualTo(Money.parse("CNY -11.60"));
    assertThat(CNY_12_30.times(-3)).isEqualTo(Money.parse("CNY -36.90"));
    assertThat(CNY_12_30.negated().abs()).isEqualTo(CNY_12_30);
    assertThat(CNY_12_30.abs()).isEqualTo(CNY_12_30);
    assertThat(CNY_12_30.min(CNY_0_70)).isEqualTo(CNY_0_70);
    assertThat(CNY_12_30.max(CNY_0_70)).isEqualTo(CNY_12_30);
    assertThat(CNY_12_30).isGreaterThan(CNY_0_70).isEqualByComparingTo(Money.parse("CNY 12.3"));
  }

  @Test
  void knowsItsSign() {
    Money none = Money.zero(CNY);

    assertThat(List.of(none.isZero(), CNY_0_70.isPositive(), CNY_0_70.negated().isNegative()))
        .containsOnly(true);
    assertThat(List.of(CNY_0_70.isZero(), none.isPositive(), none.isNegative()))
        .containsOnly(false);
  }

  @Test
  void addsUp() {
    assertThat(Money.sum(CNY, List.of())).isEqualTo(Money.zero(CNY));
    assertThat(Money.sum(CNY, List.of(CNY_12_30, CNY_0_70))).isEqualTo(Money.of(CNY, 1_300));
    assertThat(Money.sum(CNY, List.of(CNY_MAX, CNY_0_70, CNY_MAX.negated()))).isEqualTo(CNY_0_70);
  }

  @Test
  @DisplayName("case 8: 2.5 % of 1.00")
  void roundsByName() {
    Money one = Money.parse("CNY 1.00");
    Ratio rate = Ratio.ppm(25_000);

    assertThat(one.times(rate, Rounding.HALF_UP)).hasToString("CNY 0.03");
    assertThat(one.times(rate, Rounding.HALF_EVEN)).hasToString("CNY 0.02");
    assertThat(one.times(rate, Rounding.DOWN)).hasToString("CNY 0.02");
    assertThat(one.negated().times(rate, Rounding.HALF_UP)).hasToString("CNY -0.03");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> one.times(rate, Rounding.EXACT));
  }

  @Test
  @DisplayName("case 30: 15 % of JPY 333; of KWD 0.333")
  void roundsInTheDigitsOfTheCurrency() {
    Ratio rate = Ratio.percent(15);

    assertThat(Money.parse("JPY 333").times(rate, Rounding.HALF_UP)).hasToString("JPY 50");
    assertThat(Money.parse("KWD 0.333").times(rate, Rounding.HALF_UP)).hasToString("KWD 0.050");
  }

  @Test
  void refusesAnAmountBeyondTheLimit() {
    assertThat(CNY_MAX.negated().minor()).isEqualTo(-1_000_000_000_000_000L);
    assertOverflow(() -> Money.of(CNY, Money.MAX_MINOR + 1), "1000000000000001");
    assertOverflow(() -> Money.of(CNY, Long.MIN_VALUE), "-9223372036854775808");
    assertOverflow(() -> Money.parse("CNY 10000000000000.01"), "1000000000000001");
    assertOverflow(() -> Money.parse("CNY 99999999999999999999"), "99999999999999999999");
  }

  @Test
  void refusesAResultBeyondTheLimit() {
    assertOverflow(() -> CNY_MAX.plus(CNY_MAX), "2000000000000000");
    assertOverflow(() -> CNY_MAX.negated().minus(CNY_0_70), "-1000000000000070");
    assertOverflow(() -> CNY_MAX.times(Long.MAX_VALUE), "9223372036854775807");
    assertOverflow(() -> CNY_MAX.times(Long.MIN_VALUE), "-9223372036854775808");
    assertOverflow(() -> CNY_MAX.times(2), "2000000000000000");
    assertOverflow(() -> CNY_MAX.times(Ratio.of(2, 1), Rounding.DOWN), "2000000000000000");
    assertOverflow(() -> CNY_MAX.times(Ratio.of(Long.MAX_VALUE, 1), Rounding.DOWN), "x");
    assertOverflow(() -> Money.sum(CNY, List.of(CNY_MAX, CNY_0_70)), "1000000000000070");
    assertOverflow(() -> Money.sum(CNY, Collections.nCopies(9_999, CNY_MAX)), "+");
  }

  private static void assertOverflow(ThrowingCallable call, String value) {
    assertThatExceptionOfType(MoneyOverflowException.class)
        .isThrownBy(call)
        .withMessageContainingAll(value, "Maybe")
        .satisfies(overflow -> assertThat(overflow.expression()).contains(value));
  }

  @Test
  void refusesToMixCurrencies() {
    assertMismatch(() -> CNY_12_30.plus(USD_12_30));
    assertMismatch(() -> CNY_12_30.minus(USD_12_30));
    assertMismatch(() -> CNY_12_30.compareTo(USD_12_30));
    assertMismatch(() -> CNY_12_30.min(USD_12_30));
    assertMismatch(() -> CNY_12_30.max(USD_12_30));
    assertMismatch(() -> Money.sum(CNY, List.of(CNY_12_30, USD_12_30)));
  }

  private static void assertMismatch(ThrowingCallable call) {
    assertThatExceptionOfType(CurrencyMismatchException.class)
        .isThrownBy(call)
        .withMessageContainingAll("CNY", "USD", "Maybe")
        .satisfies(mismatch -> assertThat(mismatch.expected()).isEqualTo(CNY))
        .satisfies(mismatch -> assertThat(mismatch.actual()).isEqualTo(USD_12_30.currency()));
  }

  @Test
  void refusesToMixDigits() {
    Money finer = Money.of(CurrencyCode.declared("CNY", 4), 123_000);

    assertThatExceptionOfType(CurrencyMismatchException.class)
        .isThrownBy(() -> CNY_12_30.plus(finer))
        .withMessageContainingAll("2 digits", "4 digits");
    assertThat(finer).isNotEqualTo(CNY_12_30);
  }

  @Provide
  Arbitrary<Money> amounts() {
    Arbitrary<CurrencyCode> currencies =
        Arbitraries.of(CNY, CurrencyCode.of("JPY"), CurrencyCode.of("KWD"), GBM);
    Arbitrary<Long> minor = Arbitraries.longs().between(-Money.MAX_MINOR, Money.MAX_MINOR);
    return Combinators.combine(currencies, minor).as(Money::of);
  }
}
