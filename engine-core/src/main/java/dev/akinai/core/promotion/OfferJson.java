package dev.akinai.core.promotion;

import dev.akinai.base.InvalidInputException;
import dev.akinai.core.criteria.CriteriaJson;
import dev.akinai.core.json.JsonLimits;
import dev.akinai.core.json.JsonRefusedException;
import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.JsonValue.JsonArray;
import dev.akinai.core.json.JsonValue.JsonNumber;
import dev.akinai.core.json.JsonValue.JsonObject;
import dev.akinai.core.json.JsonValue.JsonText;
import dev.akinai.core.json.StrictJson;
import dev.akinai.criteria.Criterion;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.InvalidOffersException;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferIssue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON form of offers: strict to read, canonical to write, and {@code parse(render(x)) = x} (L-PRI-58). Stateless.
 */
public final class OfferJson {

  private OfferJson() {}

  /** Offers from one offer or a list of them, or everything that is wrong. */
  public static List<Offer> parse(String text) {
    JsonValue document = readDocument(text);
    var issues = new ArrayList<OfferIssue>();
    var offers = new ArrayList<Offer>();
    if (document instanceof JsonArray list) {
      for (int i = 0; i < list.items().size(); i++) {
        new OfferReader(issues, "/" + i).read(list.items().get(i)).ifPresent(offers::add);
      }
    } else {
      new OfferReader(issues, "").read(document).ifPresent(offers::add);
    }
    requireDistinct(offers, issues);
    if (!issues.isEmpty()) {
      throw new InvalidOffersException(issues);
    }
    return List.copyOf(offers);
  }

  /** Offers as canonical text, always a list. */
  public static String render(List<Offer> offers) {
    return StrictJson.write(
        new JsonArray(offers.stream().<JsonValue>map(OfferJson::write).toList()));
  }

  /** One offer as canonical text. */
  public static String render(Offer offer) {
    return StrictJson.write(write(offer));
  }

  private static JsonValue readDocument(String text) {
    try {
      return StrictJson.read(text, JsonLimits.RULES);
    } catch (JsonRefusedException refused) {
      throw new InvalidOffersException(refused.issues().stream()
          .map(issue -> new OfferIssue(issue.pointer(), issue.code(), issue.message()))
          .toList());
    }
  }

  private static void requireDistinct(List<Offer> offers, List<OfferIssue> issues) {
    var ids = new HashMap<String, Integer>();
    var codes = new HashMap<String, Integer>();
    for (int i = 0; i < offers.size(); i++) {
      Offer offer = offers.get(i);
      Integer twin = ids.putIfAbsent(offer.id().value(), i);
      if (twin != null) {
        issues.add(new OfferIssue(
            "/" + i + "/id",
            "V-11",
            "The id (" + offer.id() + ") must be used once, but offer " + twin
                + " has it. Maybe one is an old version."));
      }
      Integer rival = offer
          .code()
          .map(code -> codes.putIfAbsent(code, offers.indexOf(offer)))
          .orElse(null);
      if (rival != null) {
        issues.add(new OfferIssue(
            "/" + i + "/code",
            "V-11",
            "The code must be used once, but is that of offer " + rival
                + " after normalising. Maybe add a letter."));
      }
    }
  }

  private static JsonValue write(Offer offer) {
    Map<String, JsonValue> members = new HashMap<>();
    members.put("id", new JsonText(offer.id().value()));
    members.put("version", new JsonNumber(offer.version()));
    members.put("lane", new JsonText(offer.lane().name()));
    members.put("priority", new JsonNumber(offer.priority()));
    offer.currency().ifPresent(currency -> members.put("currency", currencyJson(currency)));
    offer.from().ifPresent(from -> members.put("from", new JsonText(from.toString())));
    offer.to().ifPresent(to -> members.put("to", new JsonText(to.toString())));
    offer.code().ifPresent(code -> members.put("code", new JsonText(code)));
    putUnlessAlways(members, "when", offer.when());
    putUnlessAlways(members, "scope", offer.scope());
    members.put("effect", write(offer.effect()));
    members.put("party", new JsonText(offer.party()));
    members.put("limits", write(offer.limits()));
    return JsonObject.of(members);
  }

  private static JsonValue currencyJson(dev.akinai.money.CurrencyCode currency) {
    return JsonObject.of(
        Map.of("code", new JsonText(currency.code()), "digits", new JsonNumber(currency.digits())));
  }

  private static void putUnlessAlways(
      Map<String, JsonValue> members, String name, Criterion criterion) {
    if (!criterion.equals(Criterion.always())) {
      members.put(name, CriteriaJson.write(criterion));
    }
  }

  private static JsonValue write(Effect effect) {
    if (effect instanceof Effect.Percent percent) {
      return JsonObject.of("percent", JsonObject.of("ppm", new JsonNumber(percent.ppm())));
    }
    if (effect instanceof Effect.Amount amount) {
      return JsonObject.of(
          "amount", JsonObject.of("off", new JsonNumber(amount.off().minor())));
    }
    throw new InvalidInputException("The effect (" + effect
        + ") must be one that the language knows. Maybe it needs a JSON form.");
  }

  private static JsonValue write(dev.akinai.promotion.Limits limits) {
    Map<String, JsonValue> members = new HashMap<>();
    limits.total().ifPresent(total -> members.put("total", new JsonNumber(total)));
    limits.perBuyer().ifPresent(each -> members.put("perBuyer", new JsonNumber(each)));
    return JsonObject.of(members);
  }
}
