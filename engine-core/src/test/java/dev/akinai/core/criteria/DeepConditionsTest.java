package dev.akinai.core.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akinai.core.json.JsonLimits;
import dev.akinai.core.promotion.OfferJson;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.CriterionLimits;
import dev.akinai.criteria.FactSchema;
import dev.akinai.criteria.FactType;
import dev.akinai.criteria.InvalidCriterionException;
import org.junit.jupiter.api.Test;

/** Conditions as deep as the language allows fit into a document (decision 0007). */
class DeepConditionsTest {
  private static final FactSchema SCHEMA =
      FactSchema.builder().facts(FactType.TEXT, "channel").build();

  @Test
  void theDeepestConditionIsReadAndWritten() {
    String deepest = condition(CriterionLimits.MAX_DEPTH);

    Criterion read = CriteriaJson.parse(deepest, SCHEMA);

    assertThat(levels(deepest)).isBetween(33, JsonLimits.RULES.depth());
    assertThat(CriteriaJson.parse(CriteriaJson.render(read), SCHEMA)).isEqualTo(read);
  }

  @Test
  void itFitsIntoAnOffer() {
    String offer = "[{\"id\":\"deep\",\"effect\":{\"percent\":{\"ppm\":1}},\"when\":"
        + condition(CriterionLimits.MAX_DEPTH) + "}]";

    assertThat(OfferJson.parse(offer).offers()).hasSize(1);
  }

  @Test
  void oneLevelMoreIsRefusedForTheConditionNotForTheDocument() {
    assertThatThrownBy(() -> CriteriaJson.parse(condition(CriterionLimits.MAX_DEPTH + 1), SCHEMA))
        .isInstanceOfSatisfying(
            InvalidCriterionException.class,
            refused -> assertThat(refused.issues())
                .extracting(issue -> issue.code())
                .allMatch(code -> code.startsWith("criterion.")));
  }

  private static String condition(int depth) {
    return "{\"all\":[".repeat(depth - 1)
        + "{\"channel\":{\"in\":[\"app\",\"web\"]}}"
        + "]}".repeat(depth - 1);
  }

  private static int levels(String json) {
    int deepest = 0;
    int now = 0;
    for (char c : json.toCharArray()) {
      now += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      deepest = Math.max(deepest, now);
    }
    return deepest;
  }
}
