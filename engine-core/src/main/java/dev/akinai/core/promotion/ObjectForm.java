package dev.akinai.core.promotion;

import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.JsonValue.JsonArray;
import dev.akinai.core.json.JsonValue.JsonBool;
import dev.akinai.core.json.JsonValue.JsonNumber;
import dev.akinai.core.json.JsonValue.JsonObject;
import dev.akinai.core.json.JsonValue.JsonText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The form of an object: a table of fields, each with its own form, and how a value is made of them. Reading, writing and the schema all
 * follow the table, so a field that one of them knows is known to all. Immutable.
 *
 * @param <T> the kind of value
 */
final class ObjectForm<T> implements Form<T> {

  private final List<Field<T, ?>> fields;
  private final List<Choice> choices;
  private final String code;
  private final Function<Values, T> maker;

  private ObjectForm(Builder<T> builder, String code, Function<Values, T> maker) {
    this.fields = List.copyOf(builder.fields);
    this.choices = List.copyOf(builder.choices);
    this.code = code;
    this.maker = maker;
  }

  static <T> Builder<T> fields() {
    return new Builder<>();
  }

  /** Whether a field must be there. */
  private enum Presence {
    REQUIRED,
    OPTIONAL
  }

  /**
   * One field.
   *
   * @param getter what of a value is written, or empty to leave the field out
   * @param unsaid what a field that is left out means, if it means a value
   */
  record Field<T, V>(
      String name,
      Form<V> form,
      Presence presence,
      Optional<V> unsaid,
      Function<T, Optional<V>> getter) {

    private Optional<JsonValue> written(T value) {
      return getter
          .apply(value)
          .filter(found -> !unsaid.equals(Optional.of(found)))
          .map(form::write);
    }

    private JsonObject schema() {
      JsonObject schema = form.schema();
      return unsaid
          .map(form::write)
          .filter(ObjectForm::isScalar)
          .map(json -> Schemas.with(schema, "default", json))
          .orElse(schema);
    }
  }

  /** Fields of which only one can be there, and must be if it is asked for. */
  private record Choice(List<String> names, Presence presence) {}

  /** The fields that were read. */
  static final class Values {

    private final Map<String, Object> read = new HashMap<>();

    /** The value of a field that must be there or means something if left out. */
    <V> V get(Field<?, V> field) {
      return find(field).or(field::unsaid).orElseThrow();
    }

    @SuppressWarnings("unchecked") // put under this name by the form of this field
    <V> Optional<V> find(Field<?, V> field) {
      return Optional.ofNullable((V) read.get(field.name()));
    }

    /** The number in a field that may be left out. */
    OptionalLong number(Field<?, Long> field) {
      return find(field).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    int integer(Field<?, Long> field) {
      return Math.toIntExact(get(field));
    }
  }

  List<String> names() {
    return fields.stream().map(Field::name).toList();
  }

  @Override
  public Optional<T> read(JsonValue json, Spot at) {
    if (!(json instanceof JsonObject object)) {
      return at.bad(Forms.WRONG_TYPE, "The value must be an object. Maybe put it into braces.");
    }
    refuseOthers(object, at);
    var values = new Values();
    boolean complete = true;
    for (Field<T, ?> field : fields) {
      complete &= read(field, object, at, values);
    }
    for (Choice choice : choices) {
      complete &= meets(choice, object, at);
    }
    return complete ? at.made(code, () -> maker.apply(values)) : Optional.empty();
  }

  private <V> boolean read(Field<T, V> field, JsonObject object, Spot at, Values values) {
    Optional<JsonValue> json = object.find(field.name());
    if (json.isEmpty()) {
      if (field.presence() == Presence.REQUIRED) {
        at.at(field.name()).bad(Forms.WRONG_TYPE, field.name() + " is missing. Maybe add it.");
      }
      return field.presence() == Presence.OPTIONAL;
    }
    Optional<V> value = field.form().read(json.get(), at.at(field.name()));
    value.ifPresent(found -> values.read.put(field.name(), found));
    return value.isPresent();
  }

  private void refuseOthers(JsonObject object, Spot at) {
    var known = new TreeSet<>(names());
    for (String name : object.members().keySet()) {
      if (!known.contains(name)) {
        at.at(name).bad("V-01", "The field must be one of " + known + ". Maybe it is misspelt.");
      }
    }
  }

  private static boolean meets(Choice choice, JsonObject object, Spot at) {
    long there = choice.names().stream().filter(object.members()::containsKey).count();
    boolean right = there == 1 || (there == 0 && choice.presence() == Presence.OPTIONAL);
    if (!right) {
      String must = there == 0 ? "must be there" : "can be there";
      at.bad(
          Forms.WRONG_TYPE,
          "One of " + choice.names() + " " + must + ", but " + there
              + " are. Maybe make two offers of it, or add the one that was meant.");
    }
    return right;
  }

  @Override
  public JsonObject write(T value) {
    Map<String, JsonValue> members = new TreeMap<>();
    for (Field<T, ?> field : fields) {
      field.written(value).ifPresent(json -> members.put(field.name(), json));
    }
    return JsonObject.of(members);
  }

  @Override
  public JsonObject schema() {
    Map<String, JsonValue> members = new TreeMap<>();
    Map<String, JsonValue> properties = new TreeMap<>();
    fields.forEach(field -> properties.put(field.name(), field.schema()));
    members.put("type", new JsonText("object"));
    members.put("properties", JsonObject.of(properties));
    members.put("additionalProperties", new JsonBool(false));
    List<String> required = fields.stream()
        .filter(field -> field.presence() == Presence.REQUIRED)
        .map(Field::name)
        .sorted()
        .toList();
    if (!required.isEmpty()) {
      members.put("required", Schemas.texts(required));
    }
    if (!choices.isEmpty()) {
      members.put(
          "allOf", new JsonArray(choices.stream().map(ObjectForm::schema).toList()));
    }
    return JsonObject.of(members);
  }

  private static JsonValue schema(Choice choice) {
    if (choice.presence() == Presence.OPTIONAL) {
      return JsonObject.of("not", JsonObject.of("required", Schemas.texts(choice.names())));
    }
    return JsonObject.of(
        "oneOf",
        new JsonArray(choice.names().stream().<JsonValue>map(Schemas::required).toList()));
  }

  private static boolean isScalar(JsonValue json) {
    return json instanceof JsonText || json instanceof JsonNumber || json instanceof JsonBool;
  }

  /** Collects the fields of an object. For one thread. */
  static final class Builder<T> {

    private final List<Field<T, ?>> fields = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();

    private Builder() {}

    /** A field that must be there. */
    <V> Field<T, V> must(String name, Form<V> form, Function<T, V> getter) {
      Function<T, Optional<V>> written = value -> Optional.of(getter.apply(value));
      return add(new Field<>(name, form, Presence.REQUIRED, Optional.empty(), written));
    }

    /** A field that may be left out. */
    <V> Field<T, V> may(String name, Form<V> form, Function<T, Optional<V>> getter) {
      return add(new Field<>(name, form, Presence.OPTIONAL, Optional.empty(), getter));
    }

    /** A number that may be left out. */
    Field<T, Long> number(String name, Form<Long> form, Function<T, OptionalLong> getter) {
      return may(name, form, value -> {
        OptionalLong number = getter.apply(value);
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
      });
    }

    /** A field that means something if it is left out, and is left out when it means that. */
    <V> Field<T, V> or(String name, Form<V> form, V unsaid, Function<T, V> getter) {
      Function<T, Optional<V>> written = value -> Optional.of(getter.apply(value));
      return add(new Field<>(name, form, Presence.OPTIONAL, Optional.of(unsaid), written));
    }

    /** Exactly one of these fields must be there. */
    void exactlyOne(Field<?, ?>... of) {
      choices.add(new Choice(namesOf(of), Presence.REQUIRED));
    }

    /** Not both of these fields may be there. */
    void notBoth(Field<?, ?> one, Field<?, ?> other) {
      choices.add(new Choice(namesOf(one, other), Presence.OPTIONAL));
    }

    /** The form; what the maker refuses is an issue under the given code. */
    ObjectForm<T> makes(String code, Function<Values, T> maker) {
      return new ObjectForm<>(this, code, maker);
    }

    /** The form; what the maker refuses is out of range. */
    ObjectForm<T> makes(Function<Values, T> maker) {
      return makes(Forms.OUT_OF_RANGE, maker);
    }

    private <V> Field<T, V> add(Field<T, V> field) {
      fields.add(field);
      return field;
    }

    private static List<String> namesOf(Field<?, ?>... of) {
      return Arrays.stream(of).<String>map(Field::name).toList();
    }
  }
}
