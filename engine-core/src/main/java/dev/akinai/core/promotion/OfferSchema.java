package dev.akinai.core.promotion;

import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.JsonValue.JsonObject;
import dev.akinai.core.json.JsonValue.JsonText;
import dev.akinai.core.json.StrictJson;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON Schema of the offer language (draft 2020-12), made of the tables that the reader uses. It says what a document looks like; what
 * offers and lanes must be to each other is checked by {@link RulesetChecks}. Stateless.
 */
public final class OfferSchema {

  private static final String TEXT = StrictJson.write(schema());

  private OfferSchema() {}

  /** The schema as canonical text. */
  public static String text() {
    return TEXT;
  }

  static JsonObject schema() {
    Map<String, JsonValue> definitions = ConditionSchema.definitions();
    definitions.put(OfferForm.DEFINITION, DocumentForm.OFFER.fields().schema());
    Map<String, JsonValue> members = new TreeMap<>(new DocumentForm().schema().members());
    members.put("$schema", new JsonText("https://json-schema.org/draft/2020-12/schema"));
    members.put("title", new JsonText("Offers, lanes and policy of a shop"));
    members.put("$defs", JsonObject.of(definitions));
    return JsonObject.of(members);
  }
}
