package dev.akinai.core.promotion;

import com.google.common.collect.ImmutableMap;
import dev.akinai.base.InvalidInputException;
import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.JsonValue.JsonObject;
import dev.akinai.core.json.JsonValue.JsonText;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Rounding;
import dev.akinai.promotion.AmountRounding;
import dev.akinai.promotion.AmountRounding.Level;
import dev.akinai.promotion.Funding;
import dev.akinai.promotion.Funding.PartyShare;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Limits.BuyerUses;
import dev.akinai.promotion.Limits.OnShort;
import dev.akinai.promotion.Limits.Period;
import dev.akinai.promotion.Limits.Uses;
import dev.akinai.promotion.RefundTerms;
import dev.akinai.promotion.RefundTerms.BudgetBack;
import dev.akinai.promotion.RefundTerms.CouponBack;
import dev.akinai.promotion.RefundTerms.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The forms of what stands around an effect: currency, rounding, limits, funding, refunds (PRICING 2.5, 3.5). Stateless. */
final class TermForms {

  private static final Form<Period> PERIOD = Forms.choice(ImmutableMap.of(
      "P1D", Period.DAY, "P1W", Period.WEEK, "P1M", Period.MONTH, "P1Y", Period.YEAR));

  private TermForms() {}

  /** An ISO code, or code and digits; written with its digits, for the ISO list may change. */
  static Form<CurrencyCode> currency() {
    Form<CurrencyCode> iso = Forms.text(
        Forms.WRONG_TYPE,
        "a currency of ISO 4217, such as EUR. Maybe declare it as {\"code\":..,\"digits\":..}",
        CurrencyCode::of,
        CurrencyCode::code,
        Schemas.pattern("^[A-Z]{3}$"));
    var form = ObjectForm.<CurrencyCode>fields();
    var code = form.must("code", Forms.visible(8), CurrencyCode::code);
    var digits =
        form.must("digits", Forms.whole(0, CurrencyCode.MAX_DIGITS), each -> (long) each.digits());
    ObjectForm<CurrencyCode> declared =
        form.makes(Forms.WRONG_TYPE, v -> new CurrencyCode(v.get(code), v.integer(digits)));
    return new ShortForm<>(iso, declared, each -> Optional.empty());
  }

  /** A level rounded half up, or level and mode. */
  static Form<AmountRounding> rounding() {
    Form<AmountRounding> level = Forms.mapped(
        Forms.choice(Level.class),
        Forms.WRONG_TYPE,
        each -> new AmountRounding(each, Rounding.HALF_UP),
        AmountRounding::level);
    var form = ObjectForm.<AmountRounding>fields();
    var which = form.must("level", Forms.choice(Level.class), AmountRounding::level);
    var mode = form.must("mode", Forms.choice(roundings()), AmountRounding::mode);
    ObjectForm<AmountRounding> both =
        form.makes(v -> new AmountRounding(v.get(which), v.get(mode)));
    return new ShortForm<>(
        level, both, each -> Optional.of(each).filter(it -> it.mode() == Rounding.HALF_UP));
  }

  // a rate of an amount has a fraction sooner or later, so EXACT would end in an error
  private static Map<String, Rounding> roundings() {
    Map<String, Rounding> modes = new LinkedHashMap<>();
    for (Rounding mode : Rounding.values()) {
      if (mode != Rounding.EXACT) {
        modes.put(mode.name(), mode);
      }
    }
    return modes;
  }

  static ObjectForm<Limits> limits() {
    var form = ObjectForm.<Limits>fields();
    var total = form.may("total", uses(), Limits::total);
    var perBuyer = form.or("perBuyer", Forms.list(buyer(), 0, 8), List.of(), Limits::perBuyer);
    var budget = form.may("budget", budget(), Limits::budget);
    return form.makes(v -> new Limits(v.find(total), v.get(perBuyer), v.find(budget)));
  }

  private static ObjectForm<Uses> uses() {
    var form = ObjectForm.<Uses>fields();
    var uses = form.must("uses", Forms.count(), Uses::uses);
    var per = form.may("per", PERIOD, each -> period(each.per()));
    return form.makes(v -> new Uses(v.get(uses), v.find(per).orElse(Period.LIFETIME)));
  }

  private static ObjectForm<BuyerUses> buyer() {
    var form = ObjectForm.<BuyerUses>fields();
    var identity = form.must("identity", Forms.visible(32), BuyerUses::identity);
    var uses = form.must("uses", Forms.count(), each -> each.uses().uses());
    var per = form.may("per", PERIOD, each -> period(each.uses().per()));
    return form.makes(v ->
        new BuyerUses(v.get(identity), new Uses(v.get(uses), v.find(per).orElse(Period.LIFETIME))));
  }

  private static ObjectForm<Limits.Budget> budget() {
    var form = ObjectForm.<Limits.Budget>fields();
    var amount = form.must("amount", Forms.money(1), Limits.Budget::amount);
    var per = form.may("per", PERIOD, each -> period(each.per()));
    var onShort = form.must("onShort", Forms.choice(OnShort.class), Limits.Budget::onShort);
    var shared = form.may("shared", Forms.visible(64), Limits.Budget::shared);
    return form.makes(v -> new Limits.Budget(
        v.get(amount), v.find(per).orElse(Period.LIFETIME), v.get(onShort), v.find(shared)));
  }

  private static Optional<Period> period(Period per) {
    return Optional.of(per).filter(each -> each != Period.LIFETIME);
  }

  static Form<Funding> funding() {
    var form = ObjectForm.<Share>fields();
    var party = form.must("party", Forms.visible(64), Share::party);
    var ppm = form.number("ppm", Forms.cap(), Share::ppm);
    ObjectForm<Share> share = form.makes(v -> new Share(v.get(party), v.number(ppm)));
    return Forms.mapped(Forms.list(share, 1, 8), "V-06", TermForms::fundingOf, TermForms::sharesOf);
  }

  private record Share(String party, OptionalLong ppm) {}

  private static Funding fundingOf(List<Share> shares) {
    int last = shares.size() - 1;
    List<PartyShare> first = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      Share share = shares.get(i);
      if (share.ppm().isPresent() == (i == last)) {
        throw new InvalidInputException(
            "The funding (" + share.party()
                + ") must give every party but the last a share, and the last one the rest. Maybe leave out the ppm of the last.");
      }
      share.ppm().ifPresent(ppm -> first.add(new PartyShare(share.party(), ppm)));
    }
    return new Funding(first, shares.get(last).party());
  }

  private static List<Share> sharesOf(Funding funding) {
    List<Share> shares = new ArrayList<>();
    funding
        .shares()
        .forEach(each -> shares.add(new Share(each.party(), OptionalLong.of(each.ppm()))));
    shares.add(new Share(funding.rest(), OptionalLong.empty()));
    return shares;
  }

  static ObjectForm<RefundTerms> refund() {
    RefundTerms unsaid = RefundTerms.DEFAULT;
    var form = ObjectForm.<RefundTerms>fields();
    var policy =
        form.or("policy", Forms.choice(Policy.class), unsaid.policy(), RefundTerms::policy);
    var coupon =
        form.or("coupon", Forms.choice(CouponBack.class), unsaid.coupon(), RefundTerms::coupon);
    var budget =
        form.or("budget", Forms.choice(BudgetBack.class), unsaid.budget(), RefundTerms::budget);
    return form.makes(v -> new RefundTerms(v.get(policy), v.get(coupon), v.get(budget)));
  }

  /** A value that has a short form as a text beside its whole one as an object. */
  private record ShortForm<T>(Form<T> brief, ObjectForm<T> whole, Function<T, Optional<T>> asBrief)
      implements Form<T> {

    @Override
    public Optional<T> read(JsonValue json, Spot at) {
      return json instanceof JsonText ? brief.read(json, at) : whole.read(json, at);
    }

    @Override
    public JsonValue write(T value) {
      return asBrief.apply(value).map(brief::write).orElseGet(() -> whole.write(value));
    }

    @Override
    public JsonObject schema() {
      return Schemas.anyOf(brief.schema(), whole.schema());
    }
  }
}
