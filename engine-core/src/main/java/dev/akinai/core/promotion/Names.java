package dev.akinai.core.promotion;

import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.JsonValue.JsonArray;
import dev.akinai.core.json.JsonValue.JsonObject;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ids under which a host registered its own conditions and effects; rules may name no others (V-10). Immutable.
 *
 * @param conditions ids of conditions
 * @param effects ids of effects
 */
public record Names(Set<String> conditions, Set<String> effects) {

  /** Nothing is registered. */
  public static final Names NONE = new Names(Set.of(), Set.of());

  /** How a document marks a registered name. */
  static final String EXT = "ext:";

  /** Copies the sets. */
  public Names {
    conditions = Set.copyOf(conditions);
    effects = Set.copyOf(effects);
  }

  /** Every name that a document uses: for rules that were checked when they were published. */
  static Names usedIn(JsonValue document) {
    Set<String> found = new TreeSet<>();
    collect(document, found);
    return new Names(found, found);
  }

  private static void collect(JsonValue value, Set<String> found) {
    if (value instanceof JsonArray array) {
      array.items().forEach(item -> collect(item, found));
    } else if (value instanceof JsonObject object) {
      object.members().forEach((name, member) -> {
        if (name.startsWith(EXT)) {
          found.add(name.substring(EXT.length()));
        }
        collect(member, found);
      });
    }
  }
}
