package dev.akinai.core.promotion;

import dev.akinai.core.criteria.CriteriaJson;
import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.JsonValue.JsonObject;
import dev.akinai.criteria.Args;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.FactSchema;
import dev.akinai.promotion.Effect;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The form of an effect: an object whose one member names a row of {@link EffectForms}, or an effect of the host. Stateless. */
final class EffectForm implements Form<Effect> {

  @Override
  public Optional<Effect> read(JsonValue json, Spot at) {
    if (!(json instanceof JsonObject object) || object.members().size() != 1) {
      return at.bad(
          Forms.WRONG_TYPE,
          "The effect must be an object of one member, such as percent. Maybe make two offers of it.");
    }
    String name = object.members().firstKey();
    JsonValue arguments = object.find(name).orElseThrow();
    if (name.startsWith(Names.EXT)) {
      return ext(name.substring(Names.EXT.length()), arguments, at);
    }
    Optional<EffectForms.Row<?>> row =
        EffectForms.ALL.stream().filter(each -> each.name().equals(name)).findFirst();
    return row.isPresent() ? row.get().read(arguments, at.at(name)) : unknown(at.at(name));
  }

  private static Optional<Effect> unknown(Spot at) {
    var names = new TreeSet<String>();
    EffectForms.ALL.forEach(row -> names.add(row.name()));
    return at.bad(
        "V-01", "The effect must be one of " + names + " or ext:<id>. Maybe it is misspelt.");
  }

  private static Optional<Effect> ext(String id, JsonValue arguments, Spot at) {
    if (!at.reading().names().effects().contains(id)) {
      return at.at(Names.EXT + id)
          .bad(
              "V-10", "The effect must be registered. Maybe register it when the engine is built.");
    }
    return args(id, arguments, at).flatMap(args -> at.made("V-10", () -> new Effect.Ext(id, args)));
  }

  // the arguments of effects and conditions have one form, so the condition's reader reads both
  private static Optional<Args> args(String id, JsonValue arguments, Spot at) {
    FactSchema known = FactSchema.builder().extensions(id).build();
    return CriteriaJson.read(
            JsonObject.of(Names.EXT + id, arguments),
            at.pointer(),
            known,
            issue -> ConditionForm.note(issue, at.reading().issues()))
        .map(node -> ((Criterion.Ext) node).args());
  }

  @Override
  public JsonValue write(Effect effect) {
    if (effect instanceof Effect.Ext ext) {
      JsonObject any = (JsonObject) CriteriaJson.write(new Criterion.Ext("any", ext.args()));
      return JsonObject.of(Names.EXT + ext.id(), any.find("ext:any").orElseThrow());
    }
    return EffectForms.ALL.stream()
        .filter(row -> row.type().isInstance(effect))
        .findFirst()
        .map(row -> row.write(effect))
        .orElseThrow();
  }

  @Override
  public JsonObject schema() {
    Map<String, JsonValue> properties = new TreeMap<>();
    EffectForms.ALL.forEach(row -> properties.put(row.name(), row.form().schema()));
    JsonObject host = JsonObject.of("^" + Names.EXT, Schemas.ref(ConditionSchema.ARGS));
    return Schemas.oneMember(properties, host);
  }
}
