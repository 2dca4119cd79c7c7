package dev.akinai.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyCodeTest {
  @ParameterizedTest
  @CsvSource({"CNY, 2", "JPY, 0", "KWD, 3", "USD, 2", "CLF, 4"})
  void knowsTheDigitsOfIso(String code, int digits) {
    assertThat(CurrencyCode.of(code)).isEqualTo(new CurrencyCode(code, digits)).hasToString(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"XXX", "XAU", "XTS", "cny", "ZZZ", "GBM", "", "CN", "CNYY"})
  void refusesWhatIsNoIsoMoney(String code) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CurrencyCode.of(code))
        .withMessageContainingAll("(" + code + ")", "Maybe", "CurrencyCode.declared");
  }

  @Test
  void declaresTheHostsOwn() {
    CurrencyCode gold = CurrencyCode.declared("GBM", 3);

    assertThat(gold.digits()).isEqualTo(3);
    assertThat(CurrencyCode.declared("COINS4U", 0).code()).isEqualTo("COINS4U");
    assertThat(CurrencyCode.declared("CNY", 2)).isEqualTo(CurrencyCode.of("CNY"));
    assertThat(CurrencyCode.declared("CNY", 4)).isNotEqualTo(CurrencyCode.of("CNY"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB", "gbm", "GB M", "GOLDCOINS", "", "ÄBC"})
  void refusesACodeOfAnotherShape(String code) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CurrencyCode.declared(code, 2))
        .withMessageContaining("(" + code + ")");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 7})
  void refusesDigitsOutOfRange(int digits) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CurrencyCode.declared("GBM", digits))
        .withMessageContaining("(" + digits + ")");
  }
}
