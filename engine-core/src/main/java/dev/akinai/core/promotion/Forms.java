package dev.akinai.core.promotion;

import dev.akinai.base.Text;
import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.JsonValue.JsonArray;
import dev.akinai.core.json.JsonValue.JsonBool;
import dev.akinai.core.json.JsonValue.JsonNumber;
import dev.akinai.core.json.JsonValue.JsonObject;
import dev.akinai.core.json.JsonValue.JsonText;
import dev.akinai.money.Money;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** The simple forms: texts, choices, numbers, amounts, lists. Stateless. */
final class Forms {

  static final String WRONG_TYPE = "V-02";
  static final String OUT_OF_RANGE = "V-03";
  static final long RATE = 1_000_000;

  private Forms() {}

  /** A text that a name must be: 1 to so many visible characters. */
  static Form<String> visible(int most) {
    return text(
        WRONG_TYPE,
        "1 to " + most + " visible characters in Unicode form NFC. Maybe shorten it",
        text -> Text.requireVisible("name", text, most),
        Function.identity(),
        Schemas.text(1, most));
  }

  /** An id, which is a text of 1 to 64 visible characters. */
  static <T> Form<T> id(Function<String, T> parse, Function<T, String> render) {
    return text(
        WRONG_TYPE,
        "1 to 64 visible characters in Unicode form NFC. Maybe shorten it",
        parse,
        render,
        Schemas.text(1, 64));
  }

  /**
   * Any value that is written as a text.
   *
   * @param must what it must be, for the message, with what to try instead
   */
  static <T> Form<T> text(
      String code,
      String must,
      Function<String, T> parse,
      Function<T, String> render,
      JsonObject schema) {
    return new TextForm<>(code, must, parse, render, schema);
  }

  /** A constant of an enum, by its name. */
  static <E extends Enum<E>> Form<E> choice(Class<E> type) {
    Map<String, E> names = new LinkedHashMap<>();
    Arrays.stream(type.getEnumConstants()).forEach(each -> names.put(each.name(), each));
    return new ChoiceForm<>(names);
  }

  /** One of some values, by the names that documents use. */
  static <E> Form<E> choice(Map<String, E> names) {
    return new ChoiceForm<>(names);
  }

  /** Yes or no, as two values. */
  static <T> Form<T> flag(T yes, T no) {
    return new FlagForm<>(yes, no);
  }

  static Form<Long> whole(long least, long most) {
    return new WholeForm(least, most);
  }

  /** How many: 1 or more. */
  static Form<Long> count() {
    return whole(1, Money.MAX_MINOR);
  }

  /** A share in parts per million, more than nothing. */
  static Form<Long> rate() {
    return whole(1, RATE);
  }

  /** A cap in parts per million. */
  static Form<Long> cap() {
    return whole(0, RATE);
  }

  /** An amount in minor units of the offer's currency. */
  static Form<Money> money(long least) {
    return new MoneyForm(whole(least, Money.MAX_MINOR));
  }

  static <T> Form<List<T>> list(Form<T> item, int least, int most) {
    return new ListForm<>(item, least, most);
  }

  /** Texts without order; naming one twice changes nothing. */
  static Form<Set<String>> texts(Form<String> item, int least, int most) {
    return mapped(
        list(item, least, most),
        OUT_OF_RANGE,
        names -> Collections.unmodifiableSortedSet(sorted(names)),
        List::copyOf);
  }

  private static SortedSet<String> sorted(List<String> names) {
    var set = new TreeSet<String>();
    set.addAll(names);
    return set;
  }

  /** A form of one kind of value as that of another. */
  static <A, B> Form<B> mapped(
      Form<A> form, String code, Function<A, B> there, Function<B, A> back) {
    return new MappedForm<>(form, code, there, back);
  }

  private record TextForm<T>(
      String code,
      String must,
      Function<String, T> parse,
      Function<T, String> render,
      JsonObject schema)
      implements Form<T> {

    @Override
    public Optional<T> read(JsonValue json, Spot at) {
      if (!(json instanceof JsonText text)) {
        return at.bad(WRONG_TYPE, "The value must be a text. Maybe put it into quotes.");
      }
      try {
        return Optional.of(parse.apply(text.value()));
      } catch (IllegalArgumentException | DateTimeException | ArithmeticException refused) {
        String shown = Text.printable(text.value());
        return at.bad(code, "The value (" + shown + ") must be " + must + ".");
      }
    }

    @Override
    public JsonValue write(T value) {
      return new JsonText(render.apply(value));
    }
  }

  private record ChoiceForm<E>(Map<String, E> names) implements Form<E> {

    @Override
    public Optional<E> read(JsonValue json, Spot at) {
      Optional<E> named = json instanceof JsonText text
          ? Optional.ofNullable(names.get(text.value()))
          : Optional.empty();
      return named.or(() -> at.bad(
          WRONG_TYPE, "The value must be one of " + names.keySet() + ". Maybe it is misspelt."));
    }

    @Override
    public JsonValue write(E value) {
      return names.entrySet().stream()
          .filter(each -> each.getValue().equals(value))
          .findFirst()
          .map(each -> new JsonText(each.getKey()))
          .orElseThrow();
    }

    @Override
    public JsonObject schema() {
      return Schemas.choice(names.keySet());
    }
  }

  private record FlagForm<T>(T yes, T no) implements Form<T> {

    @Override
    public Optional<T> read(JsonValue json, Spot at) {
      return json instanceof JsonBool flag
          ? Optional.of(flag.value() ? yes : no)
          : at.bad(WRONG_TYPE, "The value must be true or false. Maybe drop the quotes.");
    }

    @Override
    public JsonValue write(T value) {
      return new JsonBool(value.equals(yes));
    }

    @Override
    public JsonObject schema() {
      return Schemas.type("boolean");
    }
  }

  private record WholeForm(long least, long most) implements Form<Long> {

    @Override
    public Optional<Long> read(JsonValue json, Spot at) {
      if (!(json instanceof JsonNumber number)) {
        return at.bad(WRONG_TYPE, "The value must be a whole number. Maybe drop the quotes.");
      }
      if (number.value() < least || number.value() > most) {
        return at.bad(
            OUT_OF_RANGE,
            "The number (" + number.value() + ") must be " + least + " to " + most
                + ". Maybe the unit is another one: minor units for money, ppm for rates.");
      }
      return Optional.of(number.value());
    }

    @Override
    public JsonValue write(Long value) {
      return new JsonNumber(value);
    }

    @Override
    public JsonObject schema() {
      return Schemas.whole(least, most);
    }
  }

  private record MoneyForm(Form<Long> minor) implements Form<Money> {

    @Override
    public Optional<Money> read(JsonValue json, Spot at) {
      Optional<Long> amount = minor.read(json, at);
      Reading reading = at.reading();
      Spot place = new Spot(reading.offer(), reading).at("currency");
      if (reading.currency().isEmpty() && !reading.issues().isAt(place.pointer())) {
        place.bad(
            WRONG_TYPE,
            "An offer with amounts must have a currency. Maybe add one, such as \"EUR\".");
      }
      return amount.flatMap(units -> reading.currency().map(known -> Money.of(known, units)));
    }

    @Override
    public JsonValue write(Money value) {
      return new JsonNumber(value.minor());
    }

    @Override
    public JsonObject schema() {
      return minor.schema();
    }
  }

  private record ListForm<T>(Form<T> item, int least, int most) implements Form<List<T>> {

    @Override
    public Optional<List<T>> read(JsonValue json, Spot at) {
      if (!(json instanceof JsonArray array)) {
        return at.bad(WRONG_TYPE, "The value must be a list. Maybe add brackets.");
      }
      int size = array.items().size();
      if (size < least || size > most) {
        return at.bad(
            OUT_OF_RANGE,
            "The list (" + size + " items) must have " + least + " to " + most
                + ". Maybe leave it out, or use a tag.");
      }
      var items = new ArrayList<T>(size);
      for (int i = 0; i < size; i++) {
        item.read(array.items().get(i), at.at(i)).ifPresent(items::add);
      }
      return items.size() == size ? Optional.of(items) : Optional.empty();
    }

    @Override
    public JsonValue write(List<T> value) {
      return new JsonArray(value.stream().map(item::write).toList());
    }

    @Override
    public JsonObject schema() {
      return Schemas.list(item.schema(), least, most);
    }
  }

  private record MappedForm<A, B>(
      Form<A> form, String code, Function<A, B> there, Function<B, A> back) implements Form<B> {

    @Override
    public Optional<B> read(JsonValue json, Spot at) {
      return form.read(json, at).flatMap(value -> at.made(code, made(value)));
    }

    private Supplier<B> made(A value) {
      return () -> there.apply(value);
    }

    @Override
    public JsonValue write(B value) {
      return form.write(back.apply(value));
    }

    @Override
    public JsonObject schema() {
      return form.schema();
    }
  }
}
