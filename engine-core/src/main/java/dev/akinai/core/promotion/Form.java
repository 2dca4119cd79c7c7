package dev.akinai.core.promotion;

import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.JsonValue.JsonObject;
import java.util.Optional;

/**
 * How one kind of value of the offer language is read, written and described: the one place that knows its JSON form. What is written is
 * read back as an equal value. Stateless.
 *
 * @param <T> the kind of value
 */
interface Form<T> {

  /** The value, or empty; then at least one issue was noted. */
  Optional<T> read(JsonValue json, Spot at);

  JsonValue write(T value);

  /** The form as JSON Schema, draft 2020-12. */
  JsonObject schema();
}
