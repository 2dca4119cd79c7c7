package dev.akinai.core.promotion;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.JsonValue.JsonObject;
import dev.akinai.money.Ratio;
import dev.akinai.promotion.AmountRounding;
import dev.akinai.promotion.Basis;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Lane.Group;
import dev.akinai.promotion.Lane.Mode;
import dev.akinai.promotion.Lane.Pair;
import dev.akinai.promotion.Lane.Partition;
import dev.akinai.promotion.Lane.Rebase;
import dev.akinai.promotion.LaneId;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.RulesetPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The forms of lanes and of the policy (PRICING 2.4). A field that is left out means the same in every lane, whatever the lane is called: so
 * a lane that shall be searched with others says its region. Stateless.
 */
final class LaneForms {

  private static final Pattern PAIR = Pattern.compile("[A-Z0-9]{3,8}/[A-Z0-9]{3,8}");

  private LaneForms() {}

  static ObjectForm<Lane> lane() {
    var form = ObjectForm.<Lane>fields();
    var id = form.must("id", Forms.id(LaneId::new, LaneId::value), Lane::id);
    var mode = form.or("mode", Forms.choice(Mode.class), Mode.OPTIMAL, Lane::mode);
    var partition = form.or("partition", partition(), Partition.CART, Lane::partition);
    var base = form.or("base", basis(), Basis.NET, Lane::base);
    var threshold = form.or("threshold", basis(), Basis.LIST, Lane::threshold);
    var weights = form.or("weights", basis(), Basis.NET, Lane::weights);
    var region = form.may("region", Forms.visible(64), Lane::region);
    var groups = form.or("groups", Forms.list(group(), 0, 1_000), List.of(), Lane::groups);
    var pairs = form.or("pairs", Forms.list(pair(), 0, 10_000), List.of(), Lane::pairs);
    var cap = form.number("cap", Forms.cap(), Lane::capPpm);
    var rounding = form.or("rounding", TermForms.rounding(), AmountRounding.ONCE, Lane::rounding);
    var rebase = form.or(
        "rebase",
        Forms.flag(Rebase.LIST_BECOMES_NET, Rebase.KEEP_LIST),
        Rebase.KEEP_LIST,
        Lane::rebase);
    return form.makes(v -> new Lane(
        v.get(id),
        v.get(mode),
        v.get(partition),
        v.get(base),
        v.get(threshold),
        v.get(weights),
        v.find(region),
        v.get(groups),
        v.get(pairs),
        v.number(cap),
        v.get(rounding),
        v.get(rebase)));
  }

  static Form<Basis> basis() {
    return Forms.choice(Basis.class);
  }

  private static Form<Partition> partition() {
    return Forms.choice(Partition.class);
  }

  private static ObjectForm<Group> group() {
    var form = ObjectForm.<Group>fields();
    var id = form.must("id", Forms.visible(64), Group::id);
    var capacity =
        form.or("capacity", Forms.whole(1, 1_000_000), 1L, each -> (long) each.capacity());
    var per = form.or("per", partition(), Partition.CART, Group::per);
    return form.makes(v -> new Group(v.get(id), v.integer(capacity), v.get(per)));
  }

  private static Form<Pair> pair() {
    return Forms.mapped(
        Forms.list(Forms.id(OfferId::new, OfferId::value), 2, 2),
        Forms.OUT_OF_RANGE,
        ids -> new Pair(ids.get(0), ids.get(1)),
        pair -> List.of(pair.one(), pair.other()));
  }

  static ObjectForm<RulesetPolicy> policy() {
    RulesetPolicy unsaid = RulesetPolicy.DEFAULT;
    var form = ObjectForm.<RulesetPolicy>fields();
    var cart = form.number("cartCap", Forms.cap(), RulesetPolicy::cartCapPpm);
    var merchant = form.number("merchantCap", Forms.cap(), RulesetPolicy::merchantCapPpm);
    var band = form.number("bandCap", Forms.cap(), RulesetPolicy::bandCapPpm);
    var nodes =
        form.or("searchNodes", Forms.whole(100, 10_000_000), (long) unsaid.searchNodes(), each ->
            (long) each.searchNodes());
    ObjectForm.Field<RulesetPolicy, Duration> validFor =
        form.or("validFor", TimeForms.duration(), unsaid.validFor(), RulesetPolicy::validFor);
    var rates = form.or("rates", new RatesForm(), Map.of(), RulesetPolicy::rates);
    return form.makes(v -> new RulesetPolicy(
        v.number(cart),
        v.number(merchant),
        v.number(band),
        v.integer(nodes),
        v.get(validFor),
        v.get(rates)));
  }

  /** Rates by pair of currencies. */
  private static final class RatesForm implements Form<Map<String, Ratio>> {

    private static final Form<Ratio> RATE = Forms.text(
        Forms.WRONG_TYPE,
        "a rate of more than 0, as a decimal or a fraction, such as 0.9137 or 9137/10000. Maybe use a point",
        text -> requirePositive(Ratio.parse(text)),
        Ratio::toString,
        Schemas.pattern("^[0-9]{1,19}([.][0-9]{1,18}|/[0-9]{1,19})?$"));

    private static Ratio requirePositive(Ratio rate) {
      if (rate.compareTo(Ratio.ZERO) <= 0) {
        throw new InvalidInputException(
            "The rate (" + rate + ") must be more than 0. Maybe drop the sign.");
      }
      return rate;
    }

    @Override
    public Optional<Map<String, Ratio>> read(JsonValue json, Spot at) {
      if (!(json instanceof JsonObject object)) {
        return at.bad(
            Forms.WRONG_TYPE, "The rates must be an object. Maybe write {\"USD/EUR\":\"0.9137\"}.");
      }
      Map<String, Ratio> rates = new TreeMap<>();
      object
          .members()
          .forEach((pair, value) ->
              rate(pair, value, at.at(pair)).ifPresent(rate -> rates.put(pair, rate)));
      return rates.size() == object.members().size() ? Optional.of(rates) : Optional.empty();
    }

    private static Optional<Ratio> rate(String pair, JsonValue value, Spot at) {
      return PAIR.matcher(pair).matches()
          ? RATE.read(value, at)
          : at.bad(
              "V-01",
              "The pair (" + Text.printable(pair)
                  + ") must be two currencies, such as USD/EUR. Maybe write capitals.");
    }

    @Override
    public JsonValue write(Map<String, Ratio> rates) {
      Map<String, JsonValue> members = new TreeMap<>();
      rates.forEach((pair, rate) -> members.put(pair, RATE.write(rate)));
      return JsonObject.of(members);
    }

    @Override
    public JsonObject schema() {
      JsonObject rates = Schemas.with(
          Schemas.type("object"),
          "patternProperties",
          JsonObject.of("^" + PAIR.pattern() + "$", RATE.schema()));
      return Schemas.with(rates, "additionalProperties", new JsonValue.JsonBool(false));
    }
  }
}
