package dev.akinai.core.criteria;

import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.JsonValue.JsonArray;
import dev.akinai.core.json.JsonValue.JsonBool;
import dev.akinai.core.json.JsonValue.JsonNumber;
import dev.akinai.core.json.JsonValue.JsonText;
import dev.akinai.criteria.CriterionIssue;
import dev.akinai.criteria.InvalidCriterionException;
import dev.akinai.criteria.Literal;
import dev.akinai.criteria.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the values of a condition. */
final class Literals {
  private Literals() {}

  /** The values after an operator: a list where it takes several, else one bare value. */
  static Optional<List<Literal>> operand(
      Op op, JsonValue value, String path, Consumer<CriterionIssue> issues) {
    boolean list = op.takes() == Op.Takes.MANY || op.takes() == Op.Takes.TWO;
    if (list != value instanceof JsonArray) {
      String must = list ? "take a list" : "take one value";
      issues.accept(new CriterionIssue(
          path,
          CriterionIssue.WRONG_TYPE,
          "The operator (" + op + ") must " + must + ". Maybe add or drop the brackets."));
      return Optional.empty();
    }
    return list
        ? list((JsonArray) value, path, issues)
        : literal(value, path, issues).map(List::of);
  }

  static Optional<List<Literal>> list(
      JsonArray array, String path, Consumer<CriterionIssue> issues) {
    List<Literal> literals = new ArrayList<>();
    for (int i = 0; i < array.items().size(); i++) {
      literal(array.items().get(i), path + "/" + i, issues).ifPresent(literals::add);
    }
    boolean complete = literals.size() == array.items().size();
    return complete ? Optional.of(literals) : Optional.empty();
  }

  static Optional<Literal> literal(JsonValue value, String path, Consumer<CriterionIssue> issues) {
    if (value instanceof JsonText text) {
      return text(text.value(), path, issues);
    }
    if (value instanceof JsonNumber number) {
      return Optional.of(Literal.of(number.value()));
    }
    if (value instanceof JsonBool bool) {
      return Optional.of(Literal.of(bool.value()));
    }
    issues.accept(new CriterionIssue(
        path,
        CriterionIssue.WRONG_TYPE,
        "The value must be a text, a whole number, true or false. Maybe leave the test out."));
    return Optional.empty();
  }

  private static Optional<Literal> text(String text, String path, Consumer<CriterionIssue> issues) {
    try {
      return Optional.of(Literal.of(text));
    } catch (InvalidCriterionException invalid) {
      invalid.issues().forEach(issue -> issues.accept(issue.under(path)));
      return Optional.empty();
    }
  }
}
