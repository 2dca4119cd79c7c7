package dev.akinai.core.promotion;

import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.JsonValue.JsonObject;
import dev.akinai.core.json.JsonValue.JsonText;
import dev.akinai.core.promotion.ObjectForm.Field;
import dev.akinai.core.promotion.ObjectForm.Values;
import dev.akinai.criteria.Criterion;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.promotion.AmountRounding;
import dev.akinai.promotion.AmountRules;
import dev.akinai.promotion.AmountRules.OnClamp;
import dev.akinai.promotion.Basis;
import dev.akinai.promotion.CodePolicy;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Funding;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.LaneId;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.RefundTerms;
import dev.akinai.promotion.Schedule;
import dev.akinai.promotion.Stacking;
import dev.akinai.promotion.Stacking.Duty;
import dev.akinai.promotion.Stacking.Exclusive;
import java.util.Optional;
import java.util.Set;

/**
 * The form of one offer (PRICING 3). Amounts inside it are in its currency, and sums look at its threshold's price, so these two are read
 * first. Immutable.
 */
final class OfferForm implements Form<Offer> {

  /** Where the schema has the fields of an offer. */
  static final String DEFINITION = "offer";

  private static final Form<CurrencyCode> CURRENCY = TermForms.currency();
  private static final Form<LaneId> LANE = Forms.id(LaneId::new, LaneId::value);
  private static final Form<Effect> EFFECT = new EffectForm();

  private final ObjectForm<Offer> fields = new Fields().form();

  ObjectForm<Offer> fields() {
    return fields;
  }

  @Override
  public Optional<Offer> read(JsonValue json, Spot at) {
    Reading inside = json instanceof JsonObject offer ? inside(offer, at) : at.reading();
    Optional<Offer> read = fields.read(json, at.with(inside));
    read.ifPresent(offer -> at.reading().found().add(new Reading.Placed(offer, at.pointer())));
    return read;
  }

  @Override
  public JsonObject write(Offer offer) {
    return fields.write(offer);
  }

  @Override
  public JsonObject schema() {
    return Schemas.ref(DEFINITION);
  }

  private static Reading inside(JsonObject offer, Spot at) {
    Spot ahead = at.with(at.reading().unheard());
    Optional<CurrencyCode> currency =
        offer.find("currency").flatMap(json -> CURRENCY.read(json, ahead));
    Spot within = at.with(at.reading().inOffer(at.pointer(), currency, Criterion.Basis.LIST));
    Criterion.Basis basis = Criterion.Basis.valueOf(threshold(offer, within).name());
    return within.reading().inOffer(at.pointer(), currency, basis);
  }

  private static Basis threshold(JsonObject offer, Spot at) {
    Spot ahead = at.with(at.reading().unheard());
    return offer
        .find("threshold")
        .flatMap(json -> LaneForms.basis().read(json, ahead))
        .or(() -> lane(offer, ahead)
            .flatMap(id -> at.reading().lanes().stream()
                .filter(lane -> lane.id().equals(id))
                .map(Lane::threshold)
                .findFirst()))
        .orElse(Basis.LIST);
  }

  /** The lane that is named, or else that of the effect. */
  private static Optional<LaneId> lane(JsonObject offer, Spot ahead) {
    if (offer.find("lane").orElse(null) instanceof JsonText name) {
      return LANE.read(name, ahead);
    }
    boolean hasCode = offer.find("code").or(() -> offer.find("codes")).isPresent();
    return offer.find("effect").flatMap(json -> EFFECT.read(json, ahead)).map(effect -> {
      Offer.Builder builder = Offer.of("ahead", effect);
      return (hasCode ? builder.code(CodePolicy.single()) : builder).build().lane();
    });
  }

  /** The table of fields. */
  private static final class Fields {

    private final ObjectForm.Builder<Offer> form = ObjectForm.fields();

    private final Field<Offer, OfferId> id =
        form.must("id", Forms.id(OfferId::new, OfferId::value), Offer::id);
    private final Field<Offer, Long> version = form.may(
        "version", Forms.whole(1, Integer.MAX_VALUE), offer -> Optional.of((long) offer.version()));
    private final Field<Offer, CurrencyCode> currency =
        form.may("currency", CURRENCY, Offer::currency);
    // written always, since what it is if it is left out depends on other fields
    private final Field<Offer, LaneId> lane =
        form.may("lane", LANE, offer -> Optional.of(offer.lane()));
    private final Field<Offer, Schedule> schedule =
        form.or("schedule", TimeForms.schedule(), Schedule.ALWAYS, Offer::schedule);
    private final Field<Offer, String> code =
        form.may("code", CodeForms.code(), offer -> offer.code().flatMap(CodeForms::plain));
    private final Field<Offer, CodePolicy> codes = form.may(
        "codes",
        CodeForms.policy(),
        offer -> offer.code().filter(policy -> CodeForms.plain(policy).isEmpty()));
    private final Field<Offer, Criterion> when =
        form.or("when", ConditionForm.CART, Criterion.always(), Offer::when);
    private final Field<Offer, Criterion> scope =
        form.or("scope", ConditionForm.LINE, Criterion.always(), Offer::scope);
    private final Field<Offer, Set<String>> charges =
        form.or("charges", Forms.texts(Forms.visible(64), 0, 16), Set.of(), Offer::charges);
    private final Field<Offer, Effect> effect = form.must("effect", EFFECT, Offer::effect);
    private final Field<Offer, Limits> limits =
        form.or("limits", TermForms.limits(), Limits.NONE, Offer::limits);
    private final Field<Offer, Funding> funding =
        form.or("funding", TermForms.funding(), Funding.BY_MERCHANT, Offer::funding);
    private final Field<Offer, RefundTerms> refund =
        form.or("refund", TermForms.refund(), RefundTerms.DEFAULT, Offer::refund);
    private final StackingFields stacking = new StackingFields(form);
    private final AmountFields amounts = new AmountFields(form);

    ObjectForm<Offer> form() {
      form.notBoth(code, codes);
      return form.makes(this::make);
    }

    private Offer make(Values v) {
      Offer.Builder offer = Offer.of(v.get(id).value(), v.get(effect))
          .version(v.find(version).map(Math::toIntExact).orElse(1))
          .schedule(v.get(schedule))
          .when(v.get(when))
          .scope(v.get(scope))
          .charges(v.get(charges))
          .limits(v.get(limits))
          .funding(v.get(funding))
          .refund(v.get(refund))
          .stacking(stacking.of(v))
          .amounts(amounts.of(v));
      v.find(currency).ifPresent(offer::currency);
      v.find(lane).ifPresent(offer::lane);
      v.find(code).map(CodePolicy::shared).or(() -> v.find(codes)).ifPresent(offer::code);
      return offer.build();
    }
  }

  /** How an offer is combined with others. */
  private static final class StackingFields {

    private final Field<Offer, Long> priority;
    private final Field<Offer, String> group;
    private final Field<Offer, Set<String>> excludes;
    private final Field<Offer, Exclusive> exclusive;
    private final Field<Offer, Duty> mandatory;

    StackingFields(ObjectForm.Builder<Offer> form) {
      priority = form.or("priority", Forms.whole(Integer.MIN_VALUE, Integer.MAX_VALUE), 0L, offer ->
          (long) offer.stacking().priority());
      group = form.may("group", Forms.visible(64), offer -> offer.stacking().group());
      excludes = form.or(
          "excludes",
          Forms.texts(Forms.visible(64), 0, 100),
          Set.of(),
          offer -> offer.stacking().excludes());
      exclusive = form.may(
          "exclusive", Forms.choice(Exclusive.class), offer -> offer.stacking().exclusive());
      mandatory = form.or(
          "mandatory",
          Forms.flag(Duty.MANDATORY, Duty.OPTIONAL),
          Duty.OPTIONAL,
          offer -> offer.stacking().duty());
    }

    Stacking of(Values v) {
      return new Stacking(
          v.integer(priority), v.find(group), v.get(excludes), v.find(exclusive), v.get(mandatory));
    }
  }

  /** On which amounts an offer works, and where it stops. */
  private static final class AmountFields {

    private final Field<Offer, Basis> base;
    private final Field<Offer, Basis> threshold;
    private final Field<Offer, Basis> weights;
    private final Field<Offer, AmountRounding> rounding;
    private final Field<Offer, Money> most;
    private final Field<Offer, OnClamp> onClamp;
    private final Field<Offer, Money> worth;

    AmountFields(ObjectForm.Builder<Offer> form) {
      base = form.may("base", LaneForms.basis(), offer -> offer.amounts().base());
      threshold =
          form.may("threshold", LaneForms.basis(), offer -> offer.amounts().threshold());
      weights = form.may("weights", LaneForms.basis(), offer -> offer.amounts().weights());
      rounding =
          form.may("rounding", TermForms.rounding(), offer -> offer.amounts().rounding());
      most = form.may("maxDiscount", Forms.money(1), offer -> offer.amounts().maxDiscount());
      onClamp = form.or(
          "onClamp",
          Forms.choice(OnClamp.class),
          OnClamp.REDISTRIBUTE,
          offer -> offer.amounts().onClamp());
      worth = form.may("worth", Forms.money(0), offer -> offer.amounts().worth());
    }

    AmountRules of(Values v) {
      return new AmountRules(
          v.find(base),
          v.find(threshold),
          v.find(weights),
          v.find(rounding),
          v.find(most),
          v.get(onClamp),
          v.find(worth));
    }
  }
}
