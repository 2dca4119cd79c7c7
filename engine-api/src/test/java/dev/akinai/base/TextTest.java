package dev.akinai.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a\u0000b",
        "a\nb",
        "a\u200Bb",
        "a\u202Eb",
        "\uD800",
        "e\u0301",
        "a\u00A0b",
        "\uE000"
      })
  void refusesIdsThatCannotBeSeenInFull(String text) {
    assertThatThrownBy(() -> ShopId.of(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Maybe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "tea-house", "茶屋", "\uD83C\uDF75", "é", "a/b:c#1", "x\u0301"})
  void keepsIdsAsTheyAre(String text) {
    assertThat(ShopId.of(text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 1_000_000})
  void refusesIdsThatAreTooLong(int length) {
    assertThatThrownBy(() -> ShopId.of("x".repeat(length)))
        .isInstanceOfSatisfying(
            InputTooLargeException.class, e -> assertThat(e.actual()).isEqualTo(length));
    assertThat(ShopId.of("x".repeat(64)).value()).hasSize(64);
  }

  @Property
  void sortsAsUtf8BytesDo(@ForAll String left, @ForAll String right) {
    if (StandardCharsets.UTF_8.newEncoder().canEncode(left)
        && StandardCharsets.UTF_8.newEncoder().canEncode(right)) {
      int bytes = Arrays.compareUnsigned(
          left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
      assertThat(Integer.signum(Text.UTF8_ORDER.compare(left, right)))
          .isEqualTo(Integer.signum(bytes));
    }
  }

  @Property
  void showsAnythingWithoutControlCharacters(@ForAll String any) {
    assertThat(Text.printable(any).chars().noneMatch(Character::isISOControl)).isTrue();
  }
}
