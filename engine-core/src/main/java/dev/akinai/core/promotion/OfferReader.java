package dev.akinai.core.promotion;

import dev.akinai.base.InvalidInputException;
import dev.akinai.core.criteria.CriteriaJson;
import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.JsonValue.JsonNumber;
import dev.akinai.core.json.JsonValue.JsonObject;
import dev.akinai.core.json.JsonValue.JsonText;
import dev.akinai.core.json.StrictJson;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.FactSchema;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.OfferIssue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads one offer from its JSON form and notes everything that is wrong, each with its place. For one offer and thread. */
final class OfferReader {

  private static final Set<String> FIELDS = Set.of(
      "id",
      "version",
      "lane",
      "priority",
      "currency",
      "from",
      "to",
      "code",
      "when",
      "scope",
      "effect",
      "party",
      "limits");

  private final List<OfferIssue> issues;
  private final String place;
  private final int before;

  OfferReader(List<OfferIssue> issues, String place) {
    this.issues = issues;
    this.place = place;
    this.before = issues.size();
  }

  Optional<Offer> read(JsonValue value) {
    if (!(value instanceof JsonObject offer)) {
      issue("", "V-02", "An offer must be an object. Maybe put it into braces.");
      return Optional.empty();
    }
    refuseOthers(offer, "", FIELDS);
    Optional<CurrencyCode> currency = currency(offer);
    Optional<String> id = text(offer, "id").or(() -> missing("id"));
    Optional<Effect> effect = effect(offer, currency);
    Optional<String> code = text(offer, "code").flatMap(this::code);
    Criterion when = criterion(offer, "when", OfferFacts.CART);
    Criterion scope = criterion(offer, "scope", OfferFacts.LINE);
    Optional<Lane> lane = lane(offer, code.isPresent());
    Limits limits = limits(offer);
    Optional<Instant> from = instant(offer, "from");
    Optional<Instant> to = instant(offer, "to");
    int priority = (int)
        number(offer, "priority", "", Integer.MIN_VALUE, Integer.MAX_VALUE).orElse(0);
    int version = (int) number(offer, "version", "", 1, Integer.MAX_VALUE).orElse(1);
    String party = text(offer, "party").orElse(Offer.MERCHANT);
    if (issues.size() > before) {
      return Optional.empty();
    }
    return guarded(
        "",
        nothing -> new Offer(
            new OfferId(id.orElseThrow()),
            version,
            lane.orElseThrow(),
            priority,
            currency,
            from,
            to,
            code,
            when,
            scope,
            effect.orElseThrow(),
            party,
            limits));
  }

  private Optional<CurrencyCode> currency(JsonObject offer) {
    Optional<JsonValue> value = offer.find("currency");
    if (value.isPresent() && value.get() instanceof JsonObject declared) {
      refuseOthers(declared, "/currency", Set.of("code", "digits"));
      Optional<String> code = text(declared, "code");
      OptionalLong digits = number(declared, "digits", "/currency", 0, CurrencyCode.MAX_DIGITS);
      if (code.isEmpty() || digits.isEmpty()) {
        issue(
            "/currency",
            "V-02",
            "A declared currency must have code and digits. Maybe name an ISO currency as a text.");
        return Optional.empty();
      }
      return guarded(
          "/currency", nothing -> new CurrencyCode(code.get(), (int) digits.getAsLong()));
    }
    return text(offer, "currency")
        .flatMap(code -> guarded("/currency", nothing -> CurrencyCode.of(code)));
  }

  private Optional<Effect> effect(JsonObject offer, Optional<CurrencyCode> currency) {
    if (!(offer.find("effect").orElse(null) instanceof JsonObject effect)
        || effect.members().size() != 1) {
      issue(
          "/effect",
          "V-02",
          "The effect must be an object with one member, such as percent or amount. Maybe split it into two offers.");
      return Optional.empty();
    }
    refuseOthers(effect, "/effect", Set.of("percent", "amount"));
    Optional<Effect> percent = arguments(effect, "percent", "ppm").flatMap(this::percent);
    return percent.isPresent()
        ? percent
        : arguments(effect, "amount", "off").flatMap(args -> amount(args, currency));
  }

  private Optional<JsonObject> arguments(JsonObject effect, String name, String argument) {
    Optional<JsonValue> value = effect.find(name);
    if (value.isPresent() && value.get() instanceof JsonObject args) {
      refuseOthers(args, "/effect/" + name, Set.of(argument));
      return Optional.of(args);
    }
    value.ifPresent(other -> issue(
        "/effect/" + name,
        "V-02",
        "The arguments must be an object. Maybe write {\"" + argument + "\": ...}."));
    return Optional.empty();
  }

  private Optional<Effect> percent(JsonObject args) {
    OptionalLong ppm = required(args, "ppm", "/effect/percent", 1, 1_000_000);
    return ppm.isPresent() ? Optional.of(new Effect.Percent(ppm.getAsLong())) : Optional.empty();
  }

  private Optional<Effect> amount(JsonObject args, Optional<CurrencyCode> currency) {
    OptionalLong off = required(args, "off", "/effect/amount", 1, Money.MAX_MINOR);
    if (currency.isEmpty()) {
      issue("/currency", "V-02", "An amount off must have a currency. Maybe add \"currency\".");
    }
    return off.isPresent() && currency.isPresent()
        ? Optional.of(new Effect.Amount(Money.of(currency.get(), off.getAsLong())))
        : Optional.empty();
  }

  private Limits limits(JsonObject offer) {
    if (offer.find("limits").orElse(null) instanceof JsonObject limits) {
      refuseOthers(limits, "/limits", Set.of("total", "perBuyer"));
      OptionalLong total = number(limits, "total", "/limits", 1, Money.MAX_MINOR);
      OptionalLong perBuyer = number(limits, "perBuyer", "/limits", 1, Money.MAX_MINOR);
      return new Limits(total, perBuyer);
    }
    offer
        .find("limits")
        .ifPresent(other -> issue(
            "/limits", "V-02", "The limits must be an object. Maybe write {\"total\": 100}."));
    return Limits.NONE;
  }

  private Optional<Lane> lane(JsonObject offer, boolean hasCode) {
    String name = text(offer, "lane").orElse(hasCode ? "PLATFORM_COUPON" : "PLATFORM_ORDER");
    for (Lane lane : Lane.values()) {
      if (lane.name().equals(name)) {
        return Optional.of(lane);
      }
    }
    issue(
        "/lane",
        "V-04",
        "The lane (" + name + ") must be one of " + List.of(Lane.values())
            + ". Maybe leave it out.");
    return Optional.empty();
  }

  private Optional<String> code(String typed) {
    String normal = Codes.normalise(typed);
    if (normal.isEmpty() || normal.length() > 64) {
      issue(
          "/code",
          "V-11",
          "The code must have 1 to 64 visible characters after normalising. Maybe make it shorter.");
      return Optional.empty();
    }
    return Optional.of(normal);
  }

  private Criterion criterion(JsonObject offer, String name, FactSchema schema) {
    return offer
        .find(name)
        .flatMap(value -> CriteriaJson.read(
            value,
            place + "/" + name,
            schema,
            found ->
                issues.add(new OfferIssue(found.path(), "V-01 " + found.code(), found.message()))))
        .orElse(Criterion.always());
  }

  private Optional<Instant> instant(JsonObject offer, String name) {
    return text(offer, name).flatMap(text -> guarded("/" + name, nothing -> parseInstant(text)));
  }

  private static Instant parseInstant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException notAnInstant) {
      throw new InvalidInputException(
          "The instant must be in UTC, such as 2026-11-01T00:00:00Z. Maybe add the Z.");
    }
  }

  private OptionalLong required(JsonObject object, String name, String at, long low, long high) {
    OptionalLong number = number(object, name, at, low, high);
    if (object.find(name).isEmpty()) {
      issue(at + "/" + name, "V-02", name + " is missing. Maybe add it as a whole number.");
    }
    return number;
  }

  private OptionalLong number(JsonObject object, String name, String at, long low, long high) {
    Optional<JsonValue> value = object.find(name);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    if (value.get() instanceof JsonNumber number
        && number.value() >= low
        && number.value() <= high) {
      return OptionalLong.of(number.value());
    }
    issue(
        at + "/" + name,
        "V-03",
        "%s must be a whole number from %d to %d. Maybe the unit is another one."
            .formatted(name, low, high));
    return OptionalLong.empty();
  }

  private Optional<String> text(JsonObject object, String name) {
    Optional<JsonValue> value = object.find(name);
    if (value.isPresent() && !(value.get() instanceof JsonText)) {
      issue("/" + name, "V-02", name + " must be a text. Maybe put it into quotes.");
    }
    return value.filter(JsonText.class::isInstance).map(text -> ((JsonText) text).value());
  }

  private void refuseOthers(JsonObject object, String at, Set<String> known) {
    for (String name : object.members().keySet()) {
      if (!known.contains(name)) {
        issue(
            StrictJson.pointer(at, name),
            "V-01",
            "The field must be one of " + new TreeSet<>(known) + ". Maybe it is misspelt.");
      }
    }
  }

  private <T> Optional<T> guarded(String at, Function<Optional<?>, T> make) {
    try {
      return Optional.of(make.apply(Optional.empty()));
    } catch (IllegalArgumentException invalid) {
      issue(at, "V-02", String.valueOf(invalid.getMessage()));
      return Optional.empty();
    }
  }

  private <T> Optional<T> missing(String name) {
    issue("/" + name, "V-02", name + " is missing. Maybe add it.");
    return Optional.empty();
  }

  private void issue(String at, String code, String message) {
    issues.add(new OfferIssue(place + at, code, message));
  }
}
