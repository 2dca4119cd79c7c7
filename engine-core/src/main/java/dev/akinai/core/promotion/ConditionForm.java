package dev.akinai.core.promotion;

import dev.akinai.core.criteria.CriteriaJson;
import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.JsonValue.JsonObject;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.CriterionIssue;
import dev.akinai.criteria.FactSchema;
import java.util.Optional;

/** The form of a condition inside an offer; what is wrong with it gets the number of the check that it fails (PRICING 3.7). Stateless. */
enum ConditionForm implements Form<Criterion> {
  /** What the cart must meet. */
  CART(ConditionSchema.CART),
  /** What a line must meet. */
  LINE(ConditionSchema.LINE);

  private final String definition;

  ConditionForm(String definition) {
    this.definition = definition;
  }

  @Override
  public Optional<Criterion> read(JsonValue json, Spot at) {
    Reading reading = at.reading();
    FactSchema schema = this == CART ? reading.cart() : OfferFacts.LINE;
    return CriteriaJson.read(
        json, at.pointer(), schema, reading.basis(), issue -> note(issue, reading.issues()));
  }

  static void note(CriterionIssue issue, Issues issues) {
    issues.add(issue.path(), codeOf(issue), issue.message());
  }

  private static String codeOf(CriterionIssue issue) {
    if (issue.path().contains("/" + Names.EXT)) {
      return "V-10";
    }
    return switch (issue.code()) {
      case CriterionIssue.UNKNOWN_FACT, CriterionIssue.UNKNOWN_OP, CriterionIssue.UNKNOWN_FIELD ->
        "V-01";
      case CriterionIssue.UNKNOWN_EXT -> "V-10";
      case CriterionIssue.BAD_VALUE -> "V-03";
      case CriterionIssue.TOO_LARGE -> "V-08";
      default -> "V-02";
    };
  }

  @Override
  public JsonValue write(Criterion value) {
    return CriteriaJson.write(value);
  }

  @Override
  public JsonObject schema() {
    return Schemas.ref(definition);
  }
}
