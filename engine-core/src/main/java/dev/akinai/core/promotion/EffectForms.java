package dev.akinai.core.promotion;

import dev.akinai.catalog.SkuId;
import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.JsonValue.JsonObject;
import dev.akinai.criteria.Criterion;
import dev.akinai.promotion.Benefit;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Effect.Gift;
import dev.akinai.promotion.Effect.Grouping;
import dev.akinai.promotion.Effect.IssueCoupon;
import dev.akinai.promotion.Effect.LastGroup;
import dev.akinai.promotion.Effect.Part;
import dev.akinai.promotion.Effect.Per;
import dev.akinai.promotion.Effect.Pick;
import dev.akinai.promotion.Effect.Spread;
import dev.akinai.promotion.Effect.Tiers;
import dev.akinai.promotion.OfferId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of effects: each row is all that reading, writing and the schema know of one of them (PRICING 3.3). Immutable. */
final class EffectForms {

  /** Every effect of the language but those that hosts register. */
  static final List<Row<?>> ALL = List.of(
      new Row<>("percent", Effect.Percent.class, percent()),
      new Row<>("amount", Effect.Amount.class, amount()),
      new Row<>("unitAmount", Effect.UnitAmount.class, unitAmount()),
      new Row<>("unitPrice", Effect.UnitPrice.class, unitPrice()),
      new Row<>("every", Effect.Every.class, every()),
      new Row<>("tiers", Tiers.class, tiers()),
      new Row<>("buyGet", Effect.BuyGet.class, buyGet()),
      new Row<>("bundle", Effect.Bundle.class, bundle()),
      new Row<>("shipping", Effect.Shipping.class, shipping()),
      new Row<>("gift", Gift.class, gift()),
      new Row<>("points", Effect.Points.class, points()),
      new Row<>("issueCoupon", IssueCoupon.class, issueCoupon()),
      new Row<>("payPoints", Effect.PayPoints.class, payPoints()),
      new Row<>("depositExpand", Effect.DepositExpand.class, depositExpand()));

  private EffectForms() {}

  /**
   * One effect.
   *
   * @param name as documents write it
   * @param type its record
   * @param form its arguments
   */
  record Row<E extends Effect>(String name, Class<E> type, ObjectForm<E> form) {

    Optional<Effect> read(JsonValue json, Spot at) {
      return form.read(json, at).map(type::cast);
    }

    JsonObject write(Effect effect) {
      return JsonObject.of(name, form.write(type.cast(effect)));
    }
  }

  private record Reward(Part part, Benefit benefit) {}

  private static ObjectForm<Effect.Percent> percent() {
    var form = ObjectForm.<Effect.Percent>fields();
    var ppm = form.must("ppm", Forms.rate(), Effect.Percent::ppm);
    var most = form.number("maxUnits", Forms.count(), Effect.Percent::maxUnits);
    var pick = form.or("pick", pick(), Pick.DEAREST, Effect.Percent::pick);
    return form.makes(v -> new Effect.Percent(v.get(ppm), v.number(most), v.get(pick)));
  }

  private static ObjectForm<Effect.Amount> amount() {
    var form = ObjectForm.<Effect.Amount>fields();
    var off = form.must("off", Forms.money(1), Effect.Amount::off);
    return form.makes(v -> new Effect.Amount(v.get(off)));
  }

  private static ObjectForm<Effect.UnitAmount> unitAmount() {
    var form = ObjectForm.<Effect.UnitAmount>fields();
    var off = form.must("off", Forms.money(1), Effect.UnitAmount::off);
    var most = form.number("maxUnits", Forms.count(), Effect.UnitAmount::maxUnits);
    var per = form.or("per", Forms.choice(Per.class), Per.CART, Effect.UnitAmount::per);
    var pick = form.or("pick", pick(), Pick.DEAREST, Effect.UnitAmount::pick);
    return form.makes(
        v -> new Effect.UnitAmount(v.get(off), v.number(most), v.get(per), v.get(pick)));
  }

  private static ObjectForm<Effect.UnitPrice> unitPrice() {
    var form = ObjectForm.<Effect.UnitPrice>fields();
    var price = form.must("price", Forms.money(0), Effect.UnitPrice::price);
    return form.makes(v -> new Effect.UnitPrice(v.get(price)));
  }

  private static ObjectForm<Effect.Every> every() {
    var form = ObjectForm.<Effect.Every>fields();
    var threshold = form.must("threshold", Forms.money(1), Effect.Every::threshold);
    var off = form.must("off", Forms.money(1), Effect.Every::off);
    var times = form.number("maxTimes", Forms.count(), Effect.Every::maxTimes);
    return form.makes(v -> new Effect.Every(v.get(threshold), v.get(off), v.number(times)));
  }

  private static ObjectForm<Tiers> tiers() {
    var form = ObjectForm.<Tiers>fields();
    var by = form.must("by", Forms.choice(Tiers.By.class), Tiers::by);
    var mode = form.must("mode", Forms.choice(Tiers.Mode.class), Tiers::mode);
    var steps = form.must("steps", Forms.list(step(), 1, 64), Tiers::steps);
    return form.makes("V-05", v -> new Tiers(v.get(by), v.get(mode), v.get(steps)));
  }

  private static ObjectForm<Tiers.Step> step() {
    var form = ObjectForm.<Tiers.Step>fields();
    var from = form.must("from", Forms.count(), Tiers.Step::from);
    var benefit = BenefitFields.without(form, Tiers.Step::benefit);
    return form.makes(v -> new Tiers.Step(v.get(from), benefit.of(v)));
  }

  private static ObjectForm<Effect.BuyGet> buyGet() {
    var form = ObjectForm.<Effect.BuyGet>fields();
    var buy = form.must("buy", part(), Effect.BuyGet::buy);
    var get = form.must("get", reward(), each -> new Reward(each.get(), each.benefit()));
    var pick = form.or("pick", pick(), Pick.CHEAPEST, Effect.BuyGet::pick);
    var grouping = form.or("grouping", grouping(), Grouping.CUSTOMER_BEST, Effect.BuyGet::grouping);
    var partial = form.or(
        "partial",
        Forms.flag(LastGroup.PARTIAL_TOO, LastGroup.FULL_ONLY),
        LastGroup.FULL_ONLY,
        Effect.BuyGet::lastGroup);
    var times = form.number("maxTimes", Forms.count(), Effect.BuyGet::maxTimes);
    var spread = form.or("spread", spread(), Spread.GROUP, Effect.BuyGet::spread);
    return form.makes(v -> new Effect.BuyGet(
        v.get(buy),
        v.get(get).part(),
        v.get(get).benefit(),
        v.get(pick),
        v.get(grouping),
        v.get(partial),
        v.number(times),
        v.get(spread)));
  }

  private static ObjectForm<Reward> reward() {
    var form = ObjectForm.<Reward>fields();
    var where = form.or(
        "where", ConditionForm.LINE, Criterion.always(), each -> each.part().where());
    var quantity =
        form.must("qty", Forms.whole(1, 1_000), each -> (long) each.part().quantity());
    var benefit = BenefitFields.with("unitPrice", form, Reward::benefit);
    return form.makes(v -> new Reward(new Part(v.get(where), v.integer(quantity)), benefit.of(v)));
  }

  private static ObjectForm<Part> part() {
    var form = ObjectForm.<Part>fields();
    var where = form.or("where", ConditionForm.LINE, Criterion.always(), Part::where);
    var quantity = form.must("qty", Forms.whole(1, 1_000), each -> (long) each.quantity());
    return form.makes(v -> new Part(v.get(where), v.integer(quantity)));
  }

  private static ObjectForm<Effect.Bundle> bundle() {
    var form = ObjectForm.<Effect.Bundle>fields();
    var parts = form.must("parts", Forms.list(part(), 1, 16), Effect.Bundle::parts);
    var benefit = BenefitFields.with("price", form, Effect.Bundle::benefit);
    var grouping = form.or("grouping", grouping(), Grouping.CUSTOMER_BEST, Effect.Bundle::grouping);
    var times = form.number("maxTimes", Forms.count(), Effect.Bundle::maxTimes);
    var spread = form.or("spread", spread(), Spread.GROUP, Effect.Bundle::spread);
    return form.makes(v -> new Effect.Bundle(
        v.get(parts), benefit.of(v), v.get(grouping), v.number(times), v.get(spread)));
  }

  private static ObjectForm<Effect.Shipping> shipping() {
    var form = ObjectForm.<Effect.Shipping>fields();
    var benefit = BenefitFields.with("price", form, Effect.Shipping::benefit);
    // none at all would be read as all of them, so an empty list is refused
    var methods = form.may(
        "methods",
        Forms.texts(Forms.visible(64), 1, 100),
        each -> Optional.of(each.methods()).filter(set -> !set.isEmpty()));
    return form.makes(v -> new Effect.Shipping(benefit.of(v), v.find(methods).orElse(Set.of())));
  }

  private static ObjectForm<Gift> gift() {
    var form = ObjectForm.<Gift>fields();
    var sku = Forms.id(SkuId::new, SkuId::value);
    var choices = form.must("choices", Forms.list(sku, 1, 32), Gift::choices);
    var pick = form.or("pick", Forms.whole(1, 32), 1L, each -> (long) each.pick());
    var worth = form.must("worth", Forms.money(0), Gift::worth);
    var fallback = form.or(
        "fallback",
        Forms.choice(Gift.Fallback.class),
        Gift.Fallback.FIRST_AVAILABLE,
        Gift::fallback);
    return form.makes(
        v -> new Gift(v.get(choices), v.integer(pick), v.get(worth), v.get(fallback)));
  }

  private static ObjectForm<Effect.Points> points() {
    var form = ObjectForm.<Effect.Points>fields();
    var ppm =
        form.number("ppm", Forms.whole(Forms.RATE + 1, 1_000 * Forms.RATE), Effect.Points::ppm);
    var plus = form.number("plus", Forms.count(), Effect.Points::plus);
    form.exactlyOne(ppm, plus);
    return form.makes(v -> new Effect.Points(v.number(ppm), v.number(plus)));
  }

  private static ObjectForm<IssueCoupon> issueCoupon() {
    var form = ObjectForm.<IssueCoupon>fields();
    var offer = Forms.id(OfferId::new, OfferId::value);
    var template = form.must("template", offer, IssueCoupon::template);
    var on = form.must("on", Forms.choice(IssueCoupon.On.class), IssueCoupon::on);
    return form.makes(v -> new IssueCoupon(v.get(template), v.get(on)));
  }

  private static ObjectForm<Effect.PayPoints> payPoints() {
    var form = ObjectForm.<Effect.PayPoints>fields();
    var most = form.must("maxPpm", Forms.rate(), Effect.PayPoints::maxPpm);
    var points = form.must("points", Forms.count(), Effect.PayPoints::points);
    var worth = form.must("worth", Forms.money(1), Effect.PayPoints::worth);
    var step = form.or("step", Forms.count(), 1L, Effect.PayPoints::step);
    return form.makes(
        v -> new Effect.PayPoints(v.get(most), v.get(points), v.get(worth), v.get(step)));
  }

  private static ObjectForm<Effect.DepositExpand> depositExpand() {
    var form = ObjectForm.<Effect.DepositExpand>fields();
    var deposit = form.must("deposit", Forms.money(1), Effect.DepositExpand::deposit);
    var worth = form.must("worth", Forms.money(1), Effect.DepositExpand::worth);
    return form.makes(v -> new Effect.DepositExpand(v.get(deposit), v.get(worth)));
  }

  private static Form<Pick> pick() {
    return Forms.choice(Pick.class);
  }

  private static Form<Grouping> grouping() {
    return Forms.choice(Grouping.class);
  }

  private static Form<Spread> spread() {
    return Forms.choice(Spread.class);
  }
}
