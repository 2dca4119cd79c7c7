package dev.akinai.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.akinai.core.json.JsonValue.JsonArray;
import dev.akinai.core.json.JsonValue.JsonBool;
import dev.akinai.core.json.JsonValue.JsonNull;
import dev.akinai.core.json.JsonValue.JsonNumber;
import dev.akinai.core.json.JsonValue.JsonObject;
import dev.akinai.core.json.JsonValue.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StrictJsonTest {
  private static final String NASTY = "{}[]\",:0-.e\\u\ud800\u0000tn";
  private static final JsonLimits LIMITS = new JsonLimits(4, 200, 10, 5, 20);

  static Stream<String[]> hostile() {
    return Stream.of(
        row("", JsonIssue.SYNTAX, ""),
        row(" ", JsonIssue.SYNTAX, ""),
        row("{", JsonIssue.SYNTAX, ""),
        row("[1,]", JsonIssue.SYNTAX, "/1"),
        row("{\"a\":1,}", JsonIssue.SYNTAX, ""),
        row("{'a':1}", JsonIssue.SYNTAX, ""),
        row("{a:1}", JsonIssue.SYNTAX, ""),
        row("// x\n1", JsonIssue.SYNTAX, ""),
        row("NaN", JsonIssue.SYNTAX, ""),
        row("[Infinity]", JsonIssue.SYNTAX, "/0"),
        row("01", JsonIssue.SYNTAX, ""),
        row("+1", JsonIssue.SYNTAX, ""),
        row("\"a\nb\"", JsonIssue.SYNTAX, ""),
        row("\"\\x\"", JsonIssue.SYNTAX, ""),
        row("\ufeff1", JsonIssue.SYNTAX, ""),
        row("1 2", JsonIssue.TRAILING, ""),
        row("{} x", JsonIssue.SYNTAX, ""),
        row("{\"a\":1.0}", JsonIssue.NOT_WHOLE, "/a"),
        row("[1e400]", JsonIssue.NOT_WHOLE, "/0"),
        row("[9223372036854775808]", JsonIssue.OUT_OF_RANGE, "/0"),
        row("[-9223372036854775809]", JsonIssue.OUT_OF_RANGE, "/0"),
        row("[123456789012345678901]", JsonIssue.NUMBER_TOO_LONG, "/0"),
        row("[" + "9".repeat(150) + "]", JsonIssue.NUMBER_TOO_LONG, "/0"),
        row("{\"a\":1,\"a\":2}", JsonIssue.DUPLICATE_NAME, "/a"),
        row("{\"\":1,\"\":2}", JsonIssue.DUPLICATE_NAME, "/"),
        row("{\"a/~\":{\"b\":1,\"b\":2}}", JsonIssue.DUPLICATE_NAME, "/a~1~0/b"),
        row("{\"\u00e4\":1,\"a\u0308\":2}", JsonIssue.DUPLICATE_NAME, "/a\u0308"),
        row("\"\\ud800\"", JsonIssue.BAD_TEXT, ""),
        row("\"\\udc00\\ud800\"", JsonIssue.BAD_TEXT, ""),
        row("{\"\\ud800\":1}", JsonIssue.SYNTAX, ""),
        row("[[[[[]]]]]", JsonIssue.TOO_DEEP, "/0/0/0/0"),
        row("[".repeat(150), JsonIssue.TOO_DEEP, "/0/0/0/0"),
        row("\"12345678901\"", JsonIssue.TEXT_TOO_LONG, ""),
        row("\"\u4e00\u4e00\u4e00\u4e00\"", JsonIssue.TEXT_TOO_LONG, ""),
        row("{\"123456\":1}", JsonIssue.NAME_TOO_LONG, "/12345..."),
        row(" ".repeat(200) + "1", JsonIssue.DOCUMENT_TOO_LARGE, ""),
        row("\u4e00".repeat(67), JsonIssue.DOCUMENT_TOO_LARGE, ""));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void refusesWithCodeAndPlace(String text, String code, String pointer) {
    JsonRefusedException refused = refusal(text, LIMITS);

    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.pointer()).isEqualTo(pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[[[[]]]] | [[[[]]]]",
        "[1 , -0, -9223372036854775808,9223372036854775807] |"
            + " [1,0,-9223372036854775808,9223372036854775807]",
        "{\"b\":null,\"a\":[true,false]} | {\"a\":[true,false],\"b\":null}",
        "\"1234567890\" | \"1234567890\"",
        "{\"12345\":{}} | {\"12345\":{}}",
        "\"\\u0041\\/\\u000a\\u0001\" | \"A/\\n\\u0001\""
      })
  void readsAtTheBoundAndWritesCanonically(String text, String canonical) {
    assertThat(StrictJson.write(StrictJson.read(text, LIMITS))).isEqualTo(canonical);
  }

  @Test
  void reportsEverythingAtOnce() {
    JsonRefusedException refused = refusal("{\"a\":1.5,\"a\":[1e1,99999999999999999999]}", LIMITS);

    assertThat(refused.issues())
        .extracting(issue -> issue.pointer() + " " + issue.code())
        .containsExactly(
            "/a json.not-whole",
            "/a json.duplicate-name",
            "/a/0 json.not-whole",
            "/a/1 json.out-of-range");
  }

  @Test
  void namesAreSortedByCodePoint() {
    String above = new String(Character.toChars(0x1f600));
    String text = "{\"" + above + "\":1,\"\uff21\":2,\"a\":3}";

    String written = StrictJson.write(StrictJson.read(text, JsonLimits.RULES));

    assertThat(written).isEqualTo("{\"a\":3,\"\uff21\":2,\"" + above + "\":1}");
  }

  @Test
  void bytesMustBeUtf8() {
    byte[] latin1 = "\"\u00e4\"".getBytes(StandardCharsets.ISO_8859_1);
    byte[] utf16 = "{}".getBytes(StandardCharsets.UTF_16LE);
    byte[] surrogate = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};

    assertThat(refusal(latin1).code()).isEqualTo(JsonIssue.BAD_TEXT);
    assertThat(refusal(surrogate).code()).isEqualTo(JsonIssue.BAD_TEXT);
    assertThat(refusal(utf16).code()).isEqualTo(JsonIssue.SYNTAX);
    assertThat(refusal(new byte[201]).code()).isEqualTo(JsonIssue.DOCUMENT_TOO_LARGE);
  }

  @Test
  void aPileOfMarksIsRefusedBeforeItIsNormalised() {
    String pile = "a" + "\u0316\u0301".repeat(2_000);

    assertThat(refusal("\"" + pile + "\"", JsonLimits.RULES).code()).isEqualTo(JsonIssue.BAD_TEXT);
  }

  @Test
  void messagesNeverShowWhatTheDocumentHolds() {
    for (String text : new String[] {"{\"a\":\"secret\"", "[secret]", "{\"a\":\"secret\" 1}"}) {
      JsonRefusedException refused = refusal(text, LIMITS);
      assertThat(refused).hasNoCause();
      assertThat(refused.getMessage()).doesNotContain("secret");
    }
  }

  @Property
  void readsBackWhatItWrites(@ForAll("values") JsonValue value) {
    String text = StrictJson.write(value);

    assertThat(StrictJson.read(text, JsonLimits.RULES.withDepth(200))).isEqualTo(value);
    assertThat(StrictJson.read(text.getBytes(StandardCharsets.UTF_8), JsonLimits.RULES))
        .isEqualTo(value);
  }

  @Property(tries = 2_000)
  void aMutatedDocumentIsReadOrRefused(@ForAll("values") JsonValue value, @ForAll long seed) {
    StringBuilder text = new StringBuilder(StrictJson.write(value));
    Random random = new Random(seed);
    for (int i = 0; i < 3; i++) {
      int index = random.nextInt(NASTY.length());
      String put = NASTY.substring(index, index + 1);
      int at = random.nextInt(text.length() + 1);
      text.replace(at, Math.min(text.length(), at + random.nextInt(2)), put);
    }
    try {
      JsonValue read = StrictJson.read(text.toString(), JsonLimits.RULES);
      assertThat(StrictJson.read(StrictJson.write(read), JsonLimits.RULES)).isEqualTo(read);
    } catch (JsonRefusedException refused) {
      assertThat(refused.issues()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<JsonValue> values() {
    Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(6).filter(Utf8::isWellFormed);
    return Arbitraries.lazyOf(
        () -> Arbitraries.longs().map(JsonNumber::new),
        () -> texts.map(JsonText::new),
        () -> Arbitraries.of(true, false).map(JsonBool::new),
        () -> Arbitraries.just(JsonNull.NULL),
        () -> values().list().ofMaxSize(3).map(JsonArray::new),
        () -> Arbitraries.maps(texts.map(t -> new JsonText(t).value()), values())
            .ofMaxSize(3)
            .map(JsonObject::of));
  }

  private static String[] row(String text, String code, String pointer) {
    return new String[] {text, code, pointer};
  }

  private static JsonRefusedException refusal(String text, JsonLimits limits) {
    JsonRefusedException refused =
        catchThrowableOfType(JsonRefusedException.class, () -> StrictJson.read(text, limits));
    assertThat(refused).isNotNull();
    return refused;
  }

  private static JsonRefusedException refusal(byte[] bytes) {
    JsonRefusedException refused =
        catchThrowableOfType(JsonRefusedException.class, () -> StrictJson.read(bytes, LIMITS));
    assertThat(refused).isNotNull();
    return refused;
  }
}
