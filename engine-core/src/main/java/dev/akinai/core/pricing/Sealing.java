package dev.akinai.core.pricing;

import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.pricing.Application;
import dev.akinai.pricing.Benefits;
import dev.akinai.pricing.Certificate;
import dev.akinai.pricing.CouponUse;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuoteCharge;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.pricing.QuoteTax;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.Demand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Makes the quote of what was chosen: pieces, parties, benefits, cells, tax, digest (PRICING 2.1 steps 5 to 8). For one quote and thread. */
final class Sealing {

  private final Evaluation run;
  private final Certificate certificate;
  private final CurrencyCode currency;

  Sealing(Evaluation run, Certificate certificate) {
    this.run = run;
    this.certificate = certificate;
    this.currency = run.input.cart().currency();
  }

  Quote quote() {
    List<Application> applied = applications();
    var split = new Pieces(run);
    QuoteTax tax = new TaxCalculator(run.input.tax(), currency).tax(split.taxed());
    List<QuotePiece> pieces = split.goods();
    List<QuoteCharge> charges = split.charges();
    Money payable = money(sum(run.nets.net));
    return QuoteDigest.seal(new Quote(
        "",
        run.rules.ruleset.version(),
        run.rules.ruleset.hash(),
        currency,
        run.input.cart().buyer(),
        run.input.at(),
        run.input.at().plus(run.rules.ruleset.policy().validFor()),
        pieces,
        charges,
        applied,
        run.verdicts.list(),
        certificate,
        cells(),
        coupons(),
        tax,
        run.tenders,
        money(sum(run.nets.gross)),
        payable,
        run.earning.pointsFor(payable) + bonus(applied)));
  }

  private long sum(long[] amounts) {
    long sum = 0;
    for (int i = 0; i < run.nets.size; i++) {
      sum += amounts[i];
    }
    return sum;
  }

  // --- applications ----------------------------------------------------------------------------

  private List<Application> applications() {
    var applied = new ArrayList<Application>(run.applied.size());
    for (Evaluation.Applied each : run.applied) {
      if (hasEffect(each)) {
        add(applied, application(each));
      }
    }
    return applied;
  }

  /** A price list that wins in several bands is at work once, as an offer is. */
  private void add(List<Application> applied, Application next) {
    for (int i = 0; i < applied.size(); i++) {
      Application before = applied.get(i);
      if (before.offer().equals(next.offer()) && before.merchant().equals(next.merchant())) {
        applied.set(i, sum(before, next));
        return;
      }
    }
    applied.add(next);
  }

  private static Application sum(Application one, Application other) {
    return new Application(
        one.offer(),
        one.version(),
        one.lane(),
        one.merchant(),
        one.base().plus(other.base()),
        one.raw().plus(other.raw()),
        one.discount().plus(other.discount()),
        one.refund(),
        one.benefit());
  }

  private static boolean hasEffect(Evaluation.Applied each) {
    return each.discount() > 0 || !each.candidate().rule.lowersPrices;
  }

  private Application application(Evaluation.Applied each) {
    Candidate candidate = each.candidate();
    Offer offer = candidate.rule.offer;
    Optional<String> merchant = candidate.merchant < 0
        ? Optional.empty()
        : Optional.of(run.sheet.merchants.get(candidate.merchant)).filter(name -> !name.isEmpty());
    Optional<Benefits> benefit = offer.effect() instanceof Effect.Points points
        ? Optional.of(new Benefits.MorePoints(points(candidate, points)))
        : candidate.benefit;
    return new Application(
        offer.id(),
        offer.version(),
        offer.lane(),
        merchant,
        money(each.base()),
        money(each.raw()),
        money(each.discount()),
        offer.refund(),
        benefit);
  }

  private static long bonus(List<Application> applied) {
    long bonus = 0;
    for (Application each : applied) {
      bonus += each.benefit().orElse(null) instanceof Benefits.MorePoints more ? more.points() : 0;
    }
    return bonus;
  }

  /** What a multiplier adds to the points of its scope, or what is added once. */
  private long points(Candidate candidate, Effect.Points points) {
    if (points.plus().isPresent()) {
      return points.plus().getAsLong();
    }
    long net = 0;
    for (int i = 0; i < run.nets.size; i++) {
      net += !run.nets.isCharge(i) && candidate.counted.get(run.nets.band[i]) ? run.nets.net[i] : 0;
    }
    return Exact.floor(
        run.earning.pointsFor(money(net)), points.ppm().getAsLong() - Exact.PPM, Exact.PPM);
  }

  // --- what the hold takes ---------------------------------------------------------------------

  private List<Demand> cells() {
    Map<CellKey, Demand> cells = new TreeMap<>();
    Map<OfferId, Evaluation.Applied> off = new LinkedHashMap<>();
    for (Evaluation.Applied each : run.applied) {
      if (hasEffect(each) && !each.candidate().isRival()) {
        off.merge(each.candidate().rule.offer.id(), each, Evaluation.Applied::plus);
      }
    }
    off.values().forEach(each -> {
      Offer offer = each.candidate().rule.offer;
      long discount = each.discount();
      OfferCells.uses(offer, run.buyer, run.input.at()).forEach(demand -> add(cells, demand));
      offer
          .limits()
          .budget()
          .filter(budget -> discount > 0)
          .ifPresent(budget -> add(cells, spending(offer, budget, discount)));
    });
    run.sheet.allotments.forEach(demand -> add(cells, demand));
    for (Evaluation.Applied each : run.applied) {
      if (hasEffect(each)) {
        each.candidate()
            .rival
            .ifPresent(won -> won.demands().forEach(demand -> add(cells, demand)));
      }
    }
    return List.copyOf(cells.values());
  }

  private Demand spending(Offer offer, Limits.Budget budget, long discount) {
    return new Demand(
        OfferCells.budget(offer, budget, run.input.at()),
        run.bounds.inCurrency(budget.amount().currency(), discount),
        OptionalLong.of(budget.amount().minor()));
  }

  private static void add(Map<CellKey, Demand> cells, Demand demand) {
    cells.merge(
        demand.cell(),
        demand,
        (one, other) -> new Demand(one.cell(), one.quantity() + other.quantity(), one.cap()));
  }

  private List<CouponUse> coupons() {
    Set<CouponUse> used = new LinkedHashSet<>();
    for (Evaluation.Applied each : run.applied) {
      if (hasEffect(each)) {
        each.candidate().coupon.ifPresent(used::add);
      }
    }
    return List.copyOf(used);
  }

  private Money money(long minor) {
    return Money.of(currency, minor);
  }
}
