package dev.akinai.core.promotion;

import dev.akinai.catalog.SkuId;
import dev.akinai.criteria.Args;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Fact;
import dev.akinai.criteria.Literal;
import dev.akinai.criteria.Sum;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.money.Ratio;
import dev.akinai.money.Rounding;
import dev.akinai.promotion.AmountRounding;
import dev.akinai.promotion.AmountRules;
import dev.akinai.promotion.Basis;
import dev.akinai.promotion.Benefit;
import dev.akinai.promotion.CodePolicy;
import dev.akinai.promotion.Draft;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Effect.Grouping;
import dev.akinai.promotion.Effect.Part;
import dev.akinai.promotion.Effect.Per;
import dev.akinai.promotion.Effect.Pick;
import dev.akinai.promotion.Effect.Spread;
import dev.akinai.promotion.Funding;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.LaneId;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Limits.Period;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.RefundTerms;
import dev.akinai.promotion.RulesetPolicy;
import dev.akinai.promotion.Schedule;
import dev.akinai.promotion.Schedule.DailyWindow;
import dev.akinai.promotion.Stacking;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;

/** Arbitrary offers, lanes and policies that are sound, with every field and every effect of the language. */
final class Offers {

  static final CurrencyCode CNY = CurrencyCode.of("CNY");
  static final Names NAMES = new Names(Set.of("near-store"), Set.of("house-effect"));
  static final LaneId HOUSE = new LaneId("HOUSE");

  private static final long MOST = Money.MAX_MINOR;

  private Offers() {}

  /** One to three offers with all lanes and a policy. */
  static Arbitrary<Draft> drafts() {
    return Combinators.combine(offer().list().ofMaxSize(3), lanes(), policies())
        .as((offers, lanes, policy) ->
            new Draft(numbered(offers), Optional.of(lanes), Optional.of(policy)));
  }

  private static List<Offer> numbered(List<Offer> offers) {
    List<Offer> numbered = new ArrayList<>();
    for (int i = 0; i < offers.size(); i++) {
      Offer offer = offers.get(i);
      Offer.Builder copy = Offer.of("offer-" + i, offer.effect())
          .version(offer.version())
          .lane(offer.lane())
          .stacking(offer.stacking().withPriority(offer.stacking().priority() % 1_000 + i * 2_000))
          .schedule(offer.schedule())
          .when(offer.when())
          .scope(offer.scope())
          .charges(offer.charges())
          .amounts(offer.amounts())
          .limits(offer.limits())
          .funding(offer.funding())
          .refund(offer.refund());
      offer.currency().ifPresent(copy::currency);
      String code = "CODE" + i;
      offer.code().map(policy -> named(policy, code)).ifPresent(copy::code);
      numbered.add(copy.build());
    }
    return numbered;
  }

  private static CodePolicy named(CodePolicy policy, String code) {
    return new CodePolicy(
        policy.kind(),
        policy.code().map(old -> code),
        policy.claimFrom(),
        policy.claimTo(),
        policy.claims(),
        policy.claimsPerMember(),
        policy.validFor(),
        policy.transfer());
  }

  /** One offer in a lane that its effect may be in. */
  static Arbitrary<Offer> offer() {
    return effects().flatMap(Offers::offerWith);
  }

  private static Arbitrary<Offer> offerWith(Effect effect) {
    return Builders.withBuilder(() -> Offer.of("offer", effect).currency(CNY))
        .use(Arbitraries.integers().greaterOrEqual(1))
        .in(Offer.Builder::version)
        .use(stacking())
        .in(Offer.Builder::stacking)
        .use(schedules())
        .in(Offer.Builder::schedule)
        .use(codes().optional(0.4))
        .in((offer, code) -> code.map(offer::code).orElse(offer))
        .use(conditions())
        .in(Offer.Builder::when)
        .use(lineConditions())
        .in(Offer.Builder::scope)
        .use(names().set().ofMaxSize(2))
        .in((offer, kinds) -> offer.charges(kinds))
        .use(amounts())
        .in(Offer.Builder::amounts)
        .use(limits())
        .in(Offer.Builder::limits)
        .use(fundings())
        .in(Offer.Builder::funding)
        .use(refunds())
        .in(Offer.Builder::refund)
        .use(lanesFor(effect).optional(0.5))
        .in((offer, lane) -> lane.map(offer::lane).orElse(offer))
        .build(Offer.Builder::build);
  }

  private static Arbitrary<LaneId> lanesFor(Effect effect) {
    if (effect instanceof Effect.Shipping) {
      return Arbitraries.just(Lane.SHIPPING);
    }
    return effect instanceof Effect.PayPoints || effect instanceof Effect.DepositExpand
        ? Arbitraries.just(Lane.TENDER)
        : Arbitraries.of(Lane.ITEM, Lane.UNIT, Lane.MERCHANT_COUPON, HOUSE);
  }

  static Arbitrary<Effect> effects() {
    return Arbitraries.oneOf(simple(), tiers(), groups(), withoutPrice());
  }

  private static Arbitrary<Effect> simple() {
    return Arbitraries.oneOf(
        Combinators.combine(rates(), counts(), picks()).as(Effect.Percent::new),
        money(1).map(Effect.Amount::new),
        Combinators.combine(money(1), counts(), Arbitraries.of(Per.class), picks())
            .as(Effect.UnitAmount::new),
        money(0).map(Effect.UnitPrice::new),
        Combinators.combine(money(1), money(0), counts())
            .as((off, more, times) -> new Effect.Every(
                Money.of(CNY, Math.min(MOST, off.minor() + more.minor())), off, times)),
        Combinators.combine(benefits(), names().set().ofMaxSize(2)).as(Effect.Shipping::new));
  }

  private static Arbitrary<Effect> tiers() {
    Arbitrary<List<Integer>> gaps =
        Arbitraries.integers().between(1, 5_000).list().ofMinSize(1).ofMaxSize(4);
    Arbitrary<Boolean> flags = Arbitraries.of(true, false);
    return Combinators.combine(gaps, flags, Arbitraries.of(Effect.Tiers.Mode.class))
        .as((steps, byUnits, mode) -> {
          boolean sums = mode == Effect.Tiers.Mode.GRADUATED ? byUnits : steps.size() % 2 == 0;
          return new Effect.Tiers(
              byUnits ? Effect.Tiers.By.QUANTITY : Effect.Tiers.By.AMOUNT,
              mode,
              steps(steps, sums));
        });
  }

  private static List<Effect.Tiers.Step> steps(List<Integer> gaps, boolean sums) {
    List<Effect.Tiers.Step> steps = new ArrayList<>();
    long from = 0;
    for (int gap : gaps) {
      from += gap;
      Benefit benefit =
          sums ? new Benefit.AmountOff(Money.of(CNY, from)) : new Benefit.PercentOff(from);
      steps.add(new Effect.Tiers.Step(from, benefit));
    }
    return steps;
  }

  private static Arbitrary<Effect> groups() {
    Arbitrary<Effect> buyGet = Combinators.combine(
            parts(),
            parts(),
            benefits(),
            picks(),
            Arbitraries.of(Grouping.class),
            Arbitraries.of(Effect.LastGroup.class),
            counts(),
            Arbitraries.of(Spread.class))
        .as(Effect.BuyGet::new);
    Arbitrary<Effect> bundle = Combinators.combine(
            parts().list().ofMinSize(1).ofMaxSize(3),
            benefits(),
            Arbitraries.of(Grouping.class),
            counts(),
            Arbitraries.of(Spread.class))
        .as(Effect.Bundle::new);
    return Arbitraries.oneOf(buyGet, bundle);
  }

  private static Arbitrary<Effect> withoutPrice() {
    return Arbitraries.oneOf(
        Combinators.combine(
                Arbitraries.of("A1", "A2", "A3").map(SkuId::new).set().ofMinSize(1),
                money(0),
                Arbitraries.of(Effect.Gift.Fallback.class))
            .as((skus, worth, fallback) ->
                new Effect.Gift(List.copyOf(skus), skus.size(), worth, fallback)),
        Arbitraries.longs()
            .between(1_000_001, 1_000_000_000)
            .map(ppm -> new Effect.Points(OptionalLong.of(ppm), OptionalLong.empty())),
        units().map(plus -> new Effect.Points(OptionalLong.empty(), OptionalLong.of(plus))),
        Combinators.combine(names().map(OfferId::new), Arbitraries.of(Effect.IssueCoupon.On.class))
            .as(Effect.IssueCoupon::new),
        Combinators.combine(rates(), units(), money(1), units()).as(Effect.PayPoints::new),
        Combinators.combine(money(1), money(0))
            .as((deposit, more) -> new Effect.DepositExpand(
                deposit, Money.of(CNY, Math.min(MOST, deposit.minor() + more.minor())))),
        args().map(args -> new Effect.Ext("house-effect", args)));
  }

  private static Arbitrary<Args> args() {
    Arbitrary<Literal> literals = Arbitraries.oneOf(
        Arbitraries.longs().map(Literal::of),
        names().map(Literal::of),
        Arbitraries.of(true, false).map(Literal::of));
    return Combinators.combine(literals, literals.list().ofMaxSize(2))
        .as((one, many) -> Args.none().with("one", one).with("many", many));
  }

  private static Arbitrary<Part> parts() {
    return Combinators.combine(lineConditions(), Arbitraries.integers().between(1, 1_000))
        .as(Part::new);
  }

  private static Arbitrary<Benefit> benefits() {
    return Arbitraries.oneOf(
        rates().map(Benefit.PercentOff::new),
        money(1).map(Benefit.AmountOff::new),
        money(0).map(Benefit.FixedPrice::new));
  }

  static Arbitrary<Criterion> conditions() {
    Arbitrary<Criterion> leaf = Arbitraries.oneOf(
        names().map(Fact.text("ship.region")::eq),
        names().map(name -> Fact.set("member.segments").hasAny(name, "vip")),
        Arbitraries.longs().map(Fact.number("member.registeredAt")::lt),
        Arbitraries.of(Criterion.Basis.class).map(basis -> Sum.amount(basis).ge(30_000)),
        lineConditions().map(where -> Sum.skus().where(where).between(1, 5)),
        args().map(args -> new Criterion.Ext("near-store", args)));
    return Arbitraries.oneOf(
        Arbitraries.just(Criterion.always()), leaf, leaf.map(Criterion::not), both(leaf));
  }

  static Arbitrary<Criterion> lineConditions() {
    Arbitrary<Criterion> leaf = Arbitraries.oneOf(
        names().map(name -> Fact.text("sku").in(name, "A1")),
        names().map(Fact.tree("category")::under),
        names().map(Fact.set("tags")::has),
        names().map(Fact.text("attribute.size-eu")::ne),
        Arbitraries.of(Fact.flag("reduced").isTrue(), Fact.text("priceKind").eq("SALE")),
        Arbitraries.longs().map(Fact.number("price")::ge));
    return Arbitraries.oneOf(
        Arbitraries.just(Criterion.always()), leaf, leaf.map(Criterion::not), both(leaf));
  }

  private static Arbitrary<Criterion> both(Arbitrary<Criterion> leaf) {
    return Combinators.combine(leaf, leaf, Arbitraries.of(true, false))
        .as((one, other, all) -> all ? Criterion.all(one, other) : Criterion.any(one, other));
  }

  private static Arbitrary<Stacking> stacking() {
    return Combinators.combine(
            Arbitraries.integers(),
            names().optional(0.3),
            names().set().ofMaxSize(2),
            Arbitraries.of(Stacking.Exclusive.class).optional(0.3),
            Arbitraries.of(Stacking.Duty.class))
        .as(Stacking::new);
  }

  private static Arbitrary<Schedule> schedules() {
    Arbitrary<LocalDateTime> locals = Combinators.combine(
            Arbitraries.integers().between(0, 400),
            Arbitraries.longs().between(0, 86_399_999_999_999L))
        .as((day, nano) -> LocalDate.of(2026, 1, 1).plusDays(day).atStartOfDay().plusNanos(nano));
    Arbitrary<List<DailyWindow>> daily = Arbitraries.of(
        List.of(),
        List.of(DailyWindow.parse("20:00-24:00")),
        List.of(DailyWindow.parse("22:30-02:00"), DailyWindow.parse("09:05-10:00")));
    Arbitrary<Schedule> limited = Combinators.combine(
            Arbitraries.of(
                    "Asia/Shanghai", "Europe/Berlin", "Z", "+05:45", "UTC", "America/Sao_Paulo")
                .map(ZoneId::of),
            locals.optional(0.5),
            locals.map(at -> at.plusYears(2)).optional(0.5),
            Arbitraries.of(DayOfWeek.class).set().ofMaxSize(3),
            daily,
            Arbitraries.integers()
                .between(1, 28)
                .map(day -> LocalDate.of(2026, 2, day))
                .set()
                .ofMaxSize(2))
        .as(Schedule::new);
    return Arbitraries.oneOf(Arbitraries.just(Schedule.ALWAYS), limited);
  }

  private static Arbitrary<CodePolicy> codes() {
    Arbitrary<Instant> instants =
        Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
    return Combinators.combine(
            Arbitraries.of(CodePolicy.Kind.class),
            instants.optional(0.5),
            Arbitraries.longs()
                .between(1, 1_000_000_000)
                .map(Duration::ofMillis)
                .optional(0.5),
            counts(),
            counts(),
            Arbitraries.longs()
                .between(1, Long.MAX_VALUE / 2)
                .map(Duration::ofNanos)
                .optional(0.5),
            Arbitraries.of(CodePolicy.Transfer.class),
            Arbitraries.of(true, false))
        .as((kind, from, length, claims, each, validFor, transfer, plain) -> plain
            ? CodePolicy.shared("SAVE10")
            : new CodePolicy(
                kind,
                kind == CodePolicy.Kind.SHARED ? Optional.of("SAVE\u00c410") : Optional.empty(),
                from,
                from.flatMap(start -> length.map(start::plus)),
                claims,
                each,
                validFor,
                transfer));
  }

  private static Arbitrary<AmountRules> amounts() {
    Arbitrary<Optional<Basis>> bases = Arbitraries.of(Basis.class).optional(0.5);
    return Combinators.combine(
            bases,
            bases,
            bases,
            roundings().optional(0.5),
            money(1).optional(0.3),
            Arbitraries.of(AmountRules.OnClamp.class),
            money(0).optional(0.3))
        .as((base, threshold, weights, rounding, most, onClamp, worth) -> new AmountRules(
            perUnit(rounding) ? Optional.of(Basis.LIST) : base,
            threshold,
            weights,
            rounding,
            most,
            onClamp,
            worth));
  }

  private static boolean perUnit(Optional<AmountRounding> rounding) {
    return rounding.filter(each -> each.level() == AmountRounding.Level.UNIT).isPresent();
  }

  private static Arbitrary<AmountRounding> roundings() {
    return Combinators.combine(
            Arbitraries.of(AmountRounding.Level.class),
            Arbitraries.of(Rounding.class).filter(mode -> mode != Rounding.EXACT))
        .as(AmountRounding::new);
  }

  private static Arbitrary<Limits> limits() {
    Arbitrary<Limits.Uses> uses =
        Combinators.combine(units(), Arbitraries.of(Period.class)).as(Limits.Uses::new);
    Arbitrary<Limits.Budget> budgets = Combinators.combine(
            money(1),
            Arbitraries.of(Period.class),
            Arbitraries.of(Limits.OnShort.class),
            names().optional(0.5))
        .as(Limits.Budget::new);
    Arbitrary<List<Limits.BuyerUses>> buyers = Combinators.combine(uses, uses)
        .as((member, device) -> List.of(
            new Limits.BuyerUses("member", member), new Limits.BuyerUses("device", device)));
    return Combinators.combine(
            uses.optional(0.5),
            Arbitraries.oneOf(Arbitraries.just(List.<Limits.BuyerUses>of()), buyers),
            budgets.optional(0.5))
        .as(Limits::new);
  }

  private static Arbitrary<Funding> fundings() {
    Arbitrary<List<Funding.PartyShare>> shares = Combinators.combine(
            Arbitraries.longs().between(0, 400_000), Arbitraries.longs().between(0, 600_000))
        .as((platform, supplier) -> List.of(
            new Funding.PartyShare(Funding.PLATFORM, platform),
            new Funding.PartyShare("supplier:acme", supplier)));
    return Arbitraries.oneOf(
        Arbitraries.just(Funding.BY_MERCHANT),
        Arbitraries.just(Funding.by("creator:mia")),
        shares.map(each -> new Funding(each, Funding.MERCHANT)));
  }

  private static Arbitrary<RefundTerms> refunds() {
    return Combinators.combine(
            Arbitraries.of(RefundTerms.Policy.class),
            Arbitraries.of(RefundTerms.CouponBack.class),
            Arbitraries.of(RefundTerms.BudgetBack.class))
        .as(RefundTerms::new);
  }

  /** The default lanes and one of the house, in any of its modes. */
  static Arbitrary<List<Lane>> lanes() {
    return lane().map(house -> {
      List<Lane> lanes = new ArrayList<>(Lane.DEFAULTS);
      lanes.add(3, house);
      return lanes;
    });
  }

  private static Arbitrary<Lane> lane() {
    Lane.Pair pair = new Lane.Pair(new OfferId("a"), new OfferId("b"));
    Arbitrary<Lane.Group> groups = Combinators.combine(
            names(), Arbitraries.integers().between(1, 5), Arbitraries.of(Lane.Partition.class))
        .as(Lane.Group::new);
    Arbitrary<Basis> bases = Arbitraries.of(Basis.class);
    return Combinators.combine(
            Arbitraries.of(Lane.Mode.class).filter(mode -> mode != Lane.Mode.BEST_PER_ITEM),
            Arbitraries.of(Lane.Partition.class),
            bases.list().ofSize(3),
            names().optional(0.5),
            groups.list().ofMaxSize(3).uniqueElements(Lane.Group::id),
            Arbitraries.longs().between(0, 1_000_000).optional(0.5),
            roundings().filter(each -> each.level() != AmountRounding.Level.UNIT),
            Arbitraries.of(Lane.Rebase.class))
        .as((mode, partition, of, region, each, cap, rounding, rebase) -> new Lane(
            HOUSE,
            mode,
            partition,
            of.get(0),
            of.get(1),
            of.get(2),
            region,
            each,
            each.isEmpty() ? List.of() : List.of(pair),
            cap.map(OptionalLong::of).orElse(OptionalLong.empty()),
            rounding,
            rebase));
  }

  static Arbitrary<RulesetPolicy> policies() {
    Arbitrary<OptionalLong> caps = Arbitraries.longs()
        .between(0, 1_000_000)
        .optional(0.5)
        .map(cap -> cap.map(OptionalLong::of).orElse(OptionalLong.empty()));
    Arbitrary<Map<String, Ratio>> rates = Arbitraries.longs()
        .between(1, Long.MAX_VALUE)
        .map(part -> Map.of("USD/EUR", Ratio.of(part, 10_000), "JPY/EUR", Ratio.of(1, part)));
    return Combinators.combine(
            caps,
            caps,
            caps,
            Arbitraries.integers().between(100, 10_000_000),
            Arbitraries.longs().between(1_000, 604_800_000).map(Duration::ofMillis),
            Arbitraries.oneOf(Arbitraries.just(Map.<String, Ratio>of()), rates))
        .as(RulesetPolicy::new);
  }

  private static Arbitrary<Money> money(long least) {
    return Arbitraries.longs().between(least, MOST).map(minor -> Money.of(CNY, minor));
  }

  private static Arbitrary<Long> rates() {
    return Arbitraries.longs().between(1, 1_000_000);
  }

  private static Arbitrary<Long> units() {
    return Arbitraries.longs().between(1, MOST);
  }

  private static Arbitrary<OptionalLong> counts() {
    return units()
        .optional(0.5)
        .map(units -> units.map(OptionalLong::of).orElse(OptionalLong.empty()));
  }

  private static Arbitrary<Pick> picks() {
    return Arbitraries.of(Pick.class);
  }

  private static Arbitrary<String> names() {
    return Arbitraries.of("a", "B-7", "\u00e4", "\ud83d\ude00", "x~/\"\\y", "\u5546\u54c1");
  }
}
