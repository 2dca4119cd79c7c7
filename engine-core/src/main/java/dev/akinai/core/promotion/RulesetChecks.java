package dev.akinai.core.promotion;

import dev.akinai.core.json.JsonValue;
import dev.akinai.core.promotion.Reading.Placed;
import dev.akinai.promotion.CodePolicy;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.LaneId;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferIssue;
import dev.akinai.promotion.RulesetPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks that offers, lanes and policy go together (PRICING 3.7): what reading one offer alone cannot see. For one thread.
 *
 * <p>An offer that a host built in Java is checked by writing and reading it, so it must meet all that a text must meet: a ruleset is
 * stored as text.
 */
public final class RulesetChecks {

  /** Whether the lanes are all that there are. */
  enum Lanes {
    /** An offer in another lane is a mistake. */
    ALL_KNOWN,
    /** The shop may have more. */
    SOME_UNKNOWN
  }

  private final Map<LaneId, Lane> lanes = new LinkedHashMap<>();
  private final List<Lane> inOrder;
  private final Lanes knowledge;
  private final Issues issues;

  RulesetChecks(List<Lane> lanes, Lanes knowledge, Issues issues) {
    this.inOrder = lanes;
    this.knowledge = knowledge;
    this.issues = issues;
    lanes.forEach(lane -> this.lanes.putIfAbsent(lane.id(), lane));
  }

  /**
   * Everything that is wrong with a ruleset, as far as the first 1,000 mistakes.
   *
   * @param offers all of it
   * @param lanes all of it
   * @param policy all of it
   * @param names what the host registered
   * @return empty if it is sound; the places are those of a document: {@code /offers/<index>/...}, {@code /lanes/<index>/...},
   *     {@code /policy/...}
   */
  public static List<OfferIssue> check(
      List<Offer> offers, List<Lane> lanes, RulesetPolicy policy, Names names) {
    var issues = new Issues();
    Reading reading = Reading.of(issues, names, lanes);
    for (int i = 0; i < offers.size() && !issues.isFull(); i++) {
      alone(offers.get(i), new Spot("/offers/" + i, reading));
    }
    for (int i = 0; i < lanes.size(); i++) {
      same(DocumentForm.LANE, lanes.get(i), new Spot("/lanes/" + i, reading));
    }
    same(DocumentForm.POLICY, policy, new Spot("/policy", reading));
    together(offers, lanes, issues);
    return issues.list();
  }

  /**
   * What is wrong with offers that were each checked before, now that they stand together in these lanes.
   *
   * @param offers all of a ruleset
   * @param lanes all of it
   * @return empty if they go together; places as for {@link #check}
   */
  public static List<OfferIssue> checkTogether(List<Offer> offers, List<Lane> lanes) {
    var issues = new Issues();
    together(offers, lanes, issues);
    return issues.list();
  }

  private static void together(List<Offer> offers, List<Lane> lanes, Issues issues) {
    var checks = new RulesetChecks(lanes, Lanes.ALL_KNOWN, issues);
    checks.ofLanes();
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < offers.size(); i++) {
      placed.add(new Placed(offers.get(i), "/offers/" + i));
    }
    checks.ofOffers(placed);
  }

  private static void alone(Offer offer, Spot at) {
    Optional<String> code = offer.code().flatMap(CodePolicy::code);
    if (code.filter(text -> !Codes.normalise(text).equals(text)).isPresent()) {
      at.at("code")
          .bad(
              "V-11",
              "The code must be normalised. Maybe call Codes.normalise, or read it as text.");
      return;
    }
    same(DocumentForm.OFFER, offer, at);
  }

  /** What is written must be read back as the same; amounts are written without their currency, so only that can have changed. */
  private static <T> void same(Form<T> form, T value, Spot at) {
    JsonValue written = form.write(value);
    Optional<T> read = form.read(written, at);
    if (read.filter(other -> !other.equals(value)).isPresent()) {
      at.at("currency")
          .bad(
              "V-02",
              "All amounts of an offer must be in its one currency. Maybe make an offer for each currency.");
    }
  }

  /** Checks the lanes among themselves. */
  void ofLanes() {
    Map<LaneId, Integer> seen = new HashMap<>();
    for (int i = 0; i < inOrder.size(); i++) {
      Lane lane = inOrder.get(i);
      Integer twin = seen.putIfAbsent(lane.id(), i);
      if (twin != null) {
        issues.add(
            "/lanes/" + i + "/id",
            "V-11",
            "The lane (" + lane.id() + ") must be declared once, but lane " + twin
                + " has its id. Maybe merge the two.");
      }
      String place = "/lanes/" + i;
      LaneRules.ofLane(lane).ifPresent(fault -> note(place, fault));
    }
  }

  /** Checks each offer against its lane and all of them among themselves. */
  void ofOffers(List<Placed> offers) {
    offers.forEach(this::inItsLane);
    ids(offers);
    codes(offers);
    new MandatoryRules(lanes, issues).check(offers);
  }

  private void inItsLane(Placed placed) {
    Offer offer = placed.offer();
    requireCurrency(placed);
    LaneRules.ofName(offer).ifPresent(fault -> note(placed.place(), fault));
    Lane lane = lanes.get(offer.lane());
    if (lane != null) {
      LaneRules.ofMode(offer, lane).ifPresent(fault -> note(placed.place(), fault));
      LaneRules.ofRounding(offer, lane).ifPresent(fault -> note(placed.place(), fault));
    } else if (knowledge == Lanes.ALL_KNOWN) {
      issues.add(
          placed.place() + "/lane",
          "V-04",
          "The lane (" + offer.lane() + ") must be one of " + lanes.keySet()
              + ". Maybe declare it, or leave it out.");
    }
  }

  /** Steps by amount are amounts too, though they hold shares. */
  private void requireCurrency(Placed placed) {
    Offer offer = placed.offer();
    if (offer.currency().isEmpty()
        && offer.effect() instanceof Effect.Tiers tiers
        && tiers.by() == Effect.Tiers.By.AMOUNT) {
      issues.add(
          placed.place() + "/currency",
          "V-02",
          "An offer with amounts must have a currency. Maybe add one, such as \"EUR\".");
    }
  }

  private void ids(List<Placed> offers) {
    Map<String, Placed> seen = new HashMap<>();
    for (Placed placed : offers) {
      Placed twin = seen.putIfAbsent(placed.offer().id().value(), placed);
      if (twin != null) {
        issues.add(
            placed.place() + "/id",
            "V-11",
            "The id (" + placed.offer().id() + ") must be used once, but the offer at "
                + twin.place() + " has it. Maybe one is an old version.");
      }
    }
  }

  private void codes(List<Placed> offers) {
    Map<String, Placed> seen = new HashMap<>();
    for (Placed placed : offers) {
      Optional<String> code = placed.offer().code().flatMap(CodePolicy::code);
      code.map(text -> seen.putIfAbsent(Codes.normalise(text), placed))
          .ifPresent(rival -> issues.add(
              placed.place() + placeOfCode(placed.offer()),
              "V-11",
              "The code must be used once, but after normalising it is that of offer "
                  + rival.offer().id() + ". Maybe add a letter."));
    }
  }

  private static String placeOfCode(Offer offer) {
    return offer.code().flatMap(CodeForms::plain).isPresent() ? "/code" : "/codes/code";
  }

  private void note(String place, LaneRules.Fault fault) {
    issues.add(place + "/" + fault.field(), "V-04", fault.message());
  }
}
