package dev.akinai.core.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.akinai.promotion.InvalidOffersException;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferIssue;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferJsonTest {

  private static final String EVERYTHING = """
      {"id":"d11","version":7,"lane":"ITEM","priority":100,"currency":"CNY","from":"2026-11-01T00:00:00Z","to":"2026-11-12T00:00:00Z",
       "code":" Save 10 ","when":{"all":[{"channel":{"eq":"app"}},{"sum":{"of":"amount","ge":5000}}]},
       "scope":{"any":[{"category":{"under":"apparel"}},{"sku":{"in":["A1","A2"]}}]},
       "effect":{"amount":{"off":500}},"party":"platform","limits":{"total":100,"perBuyer":1}}
      """;

  @Test
  @DisplayName("L-PRI-58 parse(render(x)) = x")
  void readsWhatItWrites() {
    List<Offer> offers = OfferJson.parse(EVERYTHING);

    assertThat(OfferJson.parse(OfferJson.render(offers))).isEqualTo(offers);
    assertThat(offers.get(0).code()).contains("SAVE10");
    assertThat(Rules.of(1, OfferJson.parse(OfferJson.render(offers))).hash())
        .isEqualTo(Rules.of(1, offers).hash());
  }

  @Test
  @DisplayName("case 37: codes that look alike are one code")
  void normalisesCodes() {
    assertThat(List.of(" save10 ", "SAVE10", "ｓａｖｅ１０", "sa\u200Bve10").stream()
            .map(Codes::normalise)
            .distinct())
        .containsExactly("SAVE10");
  }

  @Test
  void namesEveryMistakeWithItsPlace() {
    InvalidOffersException refused =
        catchThrowableOfType(InvalidOffersException.class, () -> OfferJson.parse("""
                    [{"id":"a","effect":{"percent":{"ppm":1000001}},"colour":"red"},
                     {"effect":{"amount":{"off":5}}},
                     {"id":"c","effect":{"percent":{"ppm":1}},"when":{"weather":{"eq":"rain"}}}]
                    """));

    assertThat(refused.issues().stream().map(OfferIssue::place))
        .contains("/0/effect/percent/ppm", "/0/colour", "/1/id", "/1/currency", "/2/when/weather");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
      {"id":"a"                                                               | json.syntax
      {"id":"a","id":"b","effect":{"percent":{"ppm":1}}}                      | json.duplicate-name
      {"id":"a","effect":{"percent":{"ppm":1.5}}}                             | json.not-whole
      {"id":"a","effect":{"percent":{"ppm":99999999999999999999999999}}}      | json
      {"id":"a","effect":{"percent":{"ppm":-1}}}                              | V-03
      {"id":"a","effect":{"percent":{"ppm":1}},"lane":"FAST"}                 | V-04
      {"id":"a","effect":{"percent":{"ppm":1},"amount":{"off":1}}}            | V-02
      {"id":"a","effect":{"lottery":{}}}                                      | V-01
      {"id":"a","effect":{"amount":{"off":1}},"currency":"ZZZ"}               | V-02
      {"id":"a","effect":{"percent":{"ppm":1}},"from":"yesterday"}            | V-02
      {"id":"a","effect":{"percent":{"ppm":1}},"limits":{"total":0}}          | V-03
      {"id":"a b","effect":{"percent":{"ppm":1}}}                             | V-02
      {"id":"a","effect":{"percent":{"ppm":1}},"from":"2026-01-02T00:00:00Z","to":"2026-01-01T00:00:00Z"} | V-02
      [{"id":"a","effect":{"percent":{"ppm":1}}},{"id":"a","effect":{"percent":{"ppm":2}}}]               | V-11
      7                                                                       | V-02
      """)
  void refusesWhatIsNoOffer(String json, String code) {
    InvalidOffersException refused =
        catchThrowableOfType(InvalidOffersException.class, () -> OfferJson.parse(json));

    assertThat(refused).as(json).isNotNull();
    assertThat(refused.issues().get(0).code()).startsWith(code);
    assertThat(refused).hasMessageContaining("Maybe");
  }

  @Test
  void refusesDocumentsMadeToHurt() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    String large = "[" + "\"" + "x".repeat(300_000) + "\"]";

    for (String hostile : List.of(deep, large, "", "\u0000", "{\"id\":\"\uD800\"}")) {
      assertThat(catchThrowableOfType(InvalidOffersException.class, () -> OfferJson.parse(hostile)))
          .isNotNull();
    }
  }
}
