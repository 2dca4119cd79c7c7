package dev.akinai.core.criteria;

import dev.akinai.core.json.JsonIssue;
import dev.akinai.core.json.JsonLimits;
import dev.akinai.core.json.JsonRefusedException;
import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.StrictJson;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Criterion.Basis;
import dev.akinai.criteria.CriterionIssue;
import dev.akinai.criteria.FactSchema;
import dev.akinai.criteria.InvalidCriterionException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Conditions as JSON: {@code
 * {"all":[{"channel":{"eq":"app"}},{"not":{"tags":{"has":"no-promo"}}}]}}.
 *
 * <p>Reading is strict and reports everything that is wrong at once, each with its JSON pointer;
 * unknown facts, operators and fields are errors. Writing is canonical, so equal conditions have
 * one
 * text and one hash, and reading what was written gives an equal condition. Thread-safe.
 */
public final class CriteriaJson {
  private CriteriaJson() {}

  /**
   * Reads a condition.
   *
   * @param text the document, within {@link JsonLimits#RULES}
   * @param schema what it may ask about
   * @return the condition
   * @throws InvalidCriterionException with every issue: {@code json.*} codes if the document is
   *     broken, else {@code criterion.*} codes
   */
  public static Criterion parse(String text, FactSchema schema) {
    CriterionReader reader = new CriterionReader(Basis.NET);
    Optional<Criterion> criterion = reader.read(tree(text), "", schema);
    if (criterion.isEmpty() || !reader.issues().isEmpty()) {
      throw new InvalidCriterionException(reader.issues());
    }
    return criterion.get();
  }

  /**
   * Reads a condition that is part of a larger document, such as an offer.
   *
   * @param value the condition's part of the document
   * @param pointer where that part stands, {@code ""} for the whole
   * @param schema what the condition may ask about
   * @param issues told everything that is wrong, in the order of the document
   * @return the condition, or empty if there was an issue
   */
  public static Optional<Criterion> read(
      JsonValue value, String pointer, FactSchema schema, Consumer<CriterionIssue> issues) {
    return read(value, pointer, schema, Basis.NET, issues);
  }

  /**
   * Reads a condition that is part of a larger document, which says on which prices its sums look.
   *
   * @param value the condition's part of the document
   * @param pointer where that part stands, {@code ""} for the whole
   * @param schema what the condition may ask about
   * @param unsaid the basis of a sum of amounts that does not name its own; writing names it, so
   *     that the text that is hashed means the same everywhere
   * @param issues told everything that is wrong, in the order of the document
   * @return the condition, or empty if there was an issue
   */
  public static Optional<Criterion> read(
      JsonValue value,
      String pointer,
      FactSchema schema,
      Basis unsaid,
      Consumer<CriterionIssue> issues) {
    CriterionReader reader = new CriterionReader(unsaid);
    Optional<Criterion> criterion = reader.read(value, pointer, schema);
    reader.issues().forEach(issues);
    return reader.issues().isEmpty() ? criterion : Optional.empty();
  }

  /**
   * A condition as a document in memory.
   *
   * @param criterion the condition
   * @return its JSON form
   */
  public static JsonValue write(Criterion criterion) {
    return criterion.match(new CriterionWriter());
  }

  /**
   * A condition as canonical text, which is what is stored and hashed.
   *
   * @param criterion the condition
   * @return the text, which {@link #parse} reads back
   * @throws InvalidCriterionException if the text is larger than {@link JsonLimits#RULES} allows
   */
  public static String render(Criterion criterion) {
    String text = StrictJson.write(write(criterion));
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    int limit = JsonLimits.RULES.documentBytes();
    if (bytes > limit) {
      String message =
          "The condition (" + bytes + " bytes) must have at most " + limit + ". Maybe use a tag.";
      throw new InvalidCriterionException(
          List.of(new CriterionIssue("", CriterionIssue.TOO_LARGE, message)));
    }
    return text;
  }

  private static JsonValue tree(String text) {
    try {
      return StrictJson.read(text, JsonLimits.RULES);
    } catch (JsonRefusedException refused) {
      throw new InvalidCriterionException(
          refused.issues().stream().map(CriteriaJson::issue).toList());
    }
  }

  private static CriterionIssue issue(JsonIssue issue) {
    return new CriterionIssue(issue.pointer(), issue.code(), issue.message());
  }
}
