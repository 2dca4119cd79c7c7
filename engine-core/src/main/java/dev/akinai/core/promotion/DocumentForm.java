package dev.akinai.core.promotion;

import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.JsonValue.JsonArray;
import dev.akinai.core.json.JsonValue.JsonObject;
import dev.akinai.promotion.Draft;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.RulesetPolicy;
import java.util.List;
import java.util.Optional;

/** The form of a whole document: one offer, a list of offers, or an object of offers, lanes and policy. Immutable. */
final class DocumentForm implements Form<Draft> {

  static final OfferForm OFFER = new OfferForm();
  static final Form<List<Offer>> OFFERS = Forms.list(OFFER, 0, 1_000_000);
  static final ObjectForm<Lane> LANE = LaneForms.lane();
  static final Form<List<Lane>> LANES = Forms.list(LANE, 1, 1_000);
  static final ObjectForm<RulesetPolicy> POLICY = LaneForms.policy();
  static final ObjectForm<Draft> PARTS = parts();

  private static ObjectForm<Draft> parts() {
    var form = ObjectForm.<Draft>fields();
    var lanes = form.may("lanes", LANES, Draft::lanes);
    var offers = form.may("offers", OFFERS, draft -> Optional.of(draft.offers()));
    var policy = form.may("policy", POLICY, Draft::policy);
    return form.makes(
        v -> new Draft(v.find(offers).orElse(List.of()), v.find(lanes), v.find(policy)));
  }

  @Override
  public Optional<Draft> read(JsonValue json, Spot at) {
    if (json instanceof JsonArray) {
      return OFFERS.read(json, at).map(Draft::of);
    }
    if (json instanceof JsonObject object && isWhole(object)) {
      Reading withItsLanes = lanes(object, at).map(at.reading()::withLanes).orElse(at.reading());
      return PARTS.read(json, at.with(withItsLanes));
    }
    return OFFER.read(json, at).map(Draft::of);
  }

  /** The lanes that the document declares, if they can be read. */
  static Optional<List<Lane>> lanes(JsonValue json, Spot at) {
    Spot ahead = at.with(at.reading().unheard());
    return json instanceof JsonObject object && isWhole(object)
        ? object.find("lanes").flatMap(lanes -> LANES.read(lanes, ahead))
        : Optional.empty();
  }

  private static boolean isWhole(JsonObject object) {
    boolean names = PARTS.names().stream().anyMatch(object.members()::containsKey);
    return names && object.find("effect").isEmpty();
  }

  @Override
  public JsonObject write(Draft draft) {
    return PARTS.write(draft);
  }

  @Override
  public JsonObject schema() {
    return Schemas.anyOf(OFFER.schema(), OFFERS.schema(), PARTS.schema());
  }
}
