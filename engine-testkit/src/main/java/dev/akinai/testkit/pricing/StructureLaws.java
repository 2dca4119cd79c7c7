package dev.akinai.testkit.pricing;

import dev.akinai.catalog.CatalogItem;
import dev.akinai.criteria.Truth;
import dev.akinai.money.Money;
import dev.akinai.money.Rounding;
import dev.akinai.money.Split;
import dev.akinai.pricing.Application;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuoteCharge;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.pricing.RefundPlan;
import dev.akinai.pricing.RefundRequest;
import dev.akinai.pricing.Share;
import dev.akinai.pricing.Verdict;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Funding;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.RefundTerms;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What holds of every quote by itself: L-PRI-01 to 11. Stateless. */
final class StructureLaws {

  private StructureLaws() {}

  static final List<Law> LIST = List.of(
      Law.of(1, "no net, no charge and no payable is below zero", StructureLaws::notNegative),
      Law.of(2, "no share is below zero, and nothing is marked up", StructureLaws::notMarkedUp),
      Law.of(3, "the shares of an offer sum to its discount", StructureLaws::sharesSum),
      Law.of(4, "reasons add up to the price", StructureLaws::addsUp),
      Law.of(5, "nothing falls outside a scope, or on what is free", StructureLaws::inScope),
      Law.of(6, "a share is less than one unit from its exact part", StructureLaws::nearExact),
      Law.of(7, "an offer takes at most its base, and a rate its rate", StructureLaws::atMostBase),
      Law.of(8, "floors and caps are kept", StructureLaws::floorsAndCaps),
      Law.of(9, "all amounts are of one currency", StructureLaws::oneCurrency),
      Law.of(10, "what parties bear sums both ways", StructureLaws::parties),
      Law.of(11, "units of a piece sum to its net and differ by one", StructureLaws::units));

  private static void notNegative(Trial trial) {
    Quote quote = trial.lowered();
    for (QuotePiece piece : quote.pieces()) {
      trial.require(!piece.net().isNegative(), "the net of %s is %s", piece.line(), piece.net());
    }
    for (QuoteCharge charge : quote.charges()) {
      trial.require(!charge.net().isNegative(), "the charge %s", charge);
    }
    trial.require(!quote.payable().isNegative(), "the payable is %s", quote.payable());
  }

  private static void notMarkedUp(Trial trial) {
    Quote quote = trial.lowered();
    Trial.shares(quote)
        .forEach(share -> trial.require(share.amount().isPositive(), "the share %s", share));
    for (QuotePiece piece : quote.pieces()) {
      trial.require(
          piece.net().compareTo(piece.list()) <= 0,
          "%s costs %s, more than %s",
          piece.line(),
          piece.net(),
          piece.list());
    }
  }

  private static void sharesSum(Trial trial) {
    Quote quote = trial.lowered();
    for (Application each : quote.applied()) {
      trial.requireEqual(
          "the shares of " + each.offer(),
          Trial.discount(quote, each.offer()),
          Trial.placed(quote, each.offer()));
    }
  }

  private static void addsUp(Trial trial) {
    Quote quote = trial.lowered();
    long charges =
        quote.charges().stream().mapToLong(each -> each.net().minor()).sum();
    long list = quote.pieces().stream().mapToLong(each -> each.list().minor()).sum();
    long gross = quote.charges().stream()
        .mapToLong(each -> each.charge().amount().minor())
        .sum();
    trial.requireEqual("payable", Trial.goods(quote) + charges, Trial.payable(quote));
    trial.requireEqual(
        "list less discounts",
        list + gross - Trial.discounts(quote) - external(trial),
        Trial.payable(quote));
    trial.requireEqual(
        "total",
        Trial.payable(quote) + quote.tax().added().minor(),
        quote.total().minor());
    for (QuotePiece piece : quote.pieces()) {
      long off =
          piece.shares().stream().mapToLong(each -> each.amount().minor()).sum();
      trial.requireEqual(
          "the net of " + piece.line(), piece.list().minor() - off, piece.net().minor());
    }
  }

  private static long external(Trial trial) {
    return trial.cart.lines().stream()
        .flatMap(line -> line.adjustments().stream())
        .mapToLong(each -> each.amount().minor())
        .sum();
  }

  private static void inScope(Trial trial) {
    Quote quote = trial.lowered();
    boolean narrow = false;
    for (QuotePiece piece : quote.pieces()) {
      CatalogItem item = item(trial, piece);
      for (Offer offer : trial.offers) {
        long share = Trial.share(piece, offer.id());
        boolean outside = Scopes.of(offer, piece, item) == Truth.FALSE;
        narrow |= outside || piece.list().isZero();
        trial.require(
            share == 0 || (!outside && !piece.list().isZero()),
            "%s takes %d off %s, which is not in its scope or free",
            offer.id(),
            share,
            piece.line());
      }
    }
    trial.assume(narrow);
  }

  /** One of the offers, always on and by itself, so that nothing but its own weights decides. */
  private static void nearExact(Trial trial) {
    Offer offer = trial.anyOffer();
    trial.assume(isSplitByWeight(offer.effect()));
    Offer alone = Offer.of("alone", offer.effect())
        .lane(Lane.PLATFORM_ORDER)
        .currency(trial.cart.currency())
        .scope(offer.scope())
        .build();
    Quote quote = trial.quote(
        trial.input.withCart(trial.cart.withCharges(List.of())),
        trial.rulesWithoutPolicy(List.of(alone)));
    trial.assume(quote.verdicts().stream().noneMatch(each -> each.code() == Verdict.Code.CLAMPED));
    Map<Integer, long[]> runs = new TreeMap<>();
    for (QuotePiece piece : quote.pieces()) {
      trial.assume(piece.floor().isZero() && !isClosed(piece));
      boolean in = Scopes.of(alone, piece, item(trial, piece)) == Truth.TRUE;
      long[] run = runs.computeIfAbsent(piece.run(), key -> new long[2]);
      run[0] += in ? piece.list().minor() : 0;
      run[1] += Trial.share(piece, alone.id());
    }
    long off = Trial.discount(quote, alone.id());
    trial.assume(off > 0 && quote.applied().size() == 1);
    long whole = runs.values().stream().mapToLong(run -> run[0]).sum();
    runs.forEach((run, amounts) -> requireNear(trial, off, amounts, whole));
  }

  private static CatalogItem item(Trial trial, QuotePiece piece) {
    return Objects.requireNonNull(trial.input.items().get(piece.sku()), "item");
  }

  private static boolean isClosed(QuotePiece piece) {
    return piece.priceSource().equals("sale");
  }

  private static void requireNear(Trial trial, long off, long[] run, long whole) {
    BigInteger distance = product(run[1], whole).subtract(product(off, run[0])).abs();
    trial.require(
        distance.compareTo(BigInteger.valueOf(whole)) < 0,
        "of %d off %d a run of %d bears %d",
        off,
        whole,
        run[0],
        run[1]);
  }

  private static boolean isSplitByWeight(Effect effect) {
    return (effect instanceof Effect.Percent percent && percent.maxUnits().isEmpty())
        || effect instanceof Effect.Amount
        || effect instanceof Effect.Every;
  }

  private static void atMostBase(Trial trial) {
    Quote quote = trial.lowered();
    for (Application each : quote.applied()) {
      Optional<Offer> offer = trial.offer(each.offer());
      long most = Math.min(each.raw().minor(), each.base().minor());
      most = Math.min(
          most,
          offer
              .flatMap(one -> one.amounts().maxDiscount())
              .map(Money::minor)
              .orElse(Long.MAX_VALUE));
      trial.require(
          each.discount().minor() <= most || each.benefit().isPresent(),
          "%s takes %s off %s, raw %s",
          each.offer(),
          each.discount(),
          each.base(),
          each.raw());
      offer.ifPresent(one -> requireRate(trial, quote, each, one));
    }
  }

  private static void requireRate(Trial trial, Quote quote, Application each, Offer offer) {
    boolean cut = quote.verdicts().stream()
        .anyMatch(verdict -> verdict.code() == Verdict.Code.CLAMPED
            && verdict.subject().startsWith(offer.id().value()));
    if (offer.effect() instanceof Effect.Percent percent
        && percent.maxUnits().isEmpty()
        && offer.amounts().rounding().isEmpty()
        && offer.amounts().maxDiscount().isEmpty()
        && !offer.lane().equals(Lane.CATALOGUE)
        && !cut) {
      trial.requireEqual(
          "the rate of " + offer.id(),
          Rounding.HALF_UP.mulDiv(each.base().minor(), percent.ppm(), 1_000_000),
          each.discount().minor());
    }
  }

  private static void floorsAndCaps(Trial trial) {
    Quote quote = trial.lowered();
    long list = 0;
    boolean bounded = trial.sample.rules().policy().cartCapPpm().isPresent();
    for (QuotePiece piece : quote.pieces()) {
      list += piece.list().minor();
      long floor = floor(trial, piece);
      bounded |= floor > 0;
      trial.require(
          floor > piece.list().minor() || piece.net().minor() >= floor,
          "%s is at %s, below its floor of %d",
          piece.line(),
          piece.net(),
          floor);
    }
    trial.assume(bounded);
    long cap = trial.sample.rules().policy().cartCapPpm().orElse(1_000_000);
    long most = Rounding.UP.mulDiv(list, cap, 1_000_000);
    trial.require(
        list - Trial.goods(quote) <= most + external(trial),
        "the goods lose %d, but at most %d may be taken off",
        list - Trial.goods(quote),
        most);
  }

  /** What the price list says; a piece shares the cents of its run, so it may lack one of them. */
  private static long floor(Trial trial, QuotePiece piece) {
    long unit = trial.input.prices().getOrDefault(piece.sku(), List.of()).stream()
        .filter(each -> each.list().id().value().equals(piece.priceSource()))
        .flatMap(each -> each.entry().floor().stream())
        .mapToLong(Money::minor)
        .min()
        .orElse(0);
    return Math.max(0, unit * piece.quantity() - 1);
  }

  private static void oneCurrency(Trial trial) {
    Quote quote = trial.quote();
    var amounts = new ArrayList<Money>(List.of(quote.list(), quote.payable(), quote.total()));
    quote
        .pieces()
        .forEach(piece ->
            amounts.addAll(List.of(piece.list(), piece.net(), piece.regular(), piece.floor())));
    Trial.shares(quote).map(Share::amount).forEach(amounts::add);
    quote.applied().forEach(each -> amounts.add(each.discount()));
    amounts.forEach(amount -> trial.requireEqual("currency", quote.currency(), amount.currency()));
  }

  private static void parties(Trial trial) {
    Quote quote = trial.lowered();
    boolean shared = false;
    for (Application each : quote.applied()) {
      Funding funding = trial.offer(each.offer()).map(Offer::funding).orElse(Funding.BY_MERCHANT);
      long applications = quote.applied().stream()
          .filter(one -> one.offer().equals(each.offer()))
          .count();
      if (!funding.shares().isEmpty() && applications == 1) {
        shared = true;
        requireParties(trial, quote, each.offer(), funding);
      }
    }
    trial.assume(shared);
  }

  private static void requireParties(Trial trial, Quote quote, OfferId offer, Funding funding) {
    int parties = funding.shares().size() + 1;
    long[] rates = new long[parties];
    rates[parties - 1] = 1_000_000;
    for (int i = 0; i < parties - 1; i++) {
      rates[i] = funding.shares().get(i).ppm();
      rates[parties - 1] -= rates[i];
    }
    long[] due = Split.largestRemainder(Trial.discount(quote, offer), rates);
    for (int i = 0; i < parties; i++) {
      String party = i < parties - 1 ? funding.shares().get(i).party() : funding.rest();
      long borne = Trial.shares(quote)
          .filter(share -> share.offer().equals(offer) && share.party().equals(party))
          .mapToLong(share -> share.amount().minor())
          .sum();
      trial.requireEqual("what " + party + " bears of " + offer, due[i], borne);
    }
  }

  private static void units(Trial trial) {
    Quote quote = trial.quote();
    QuotePiece piece = quote.pieces().stream()
        .filter(each -> each.quantity() > 1 && each.quantity() <= 12)
        .findFirst()
        .orElseThrow(Trial.NotApplicable::new);
    trial.assume(quote.applied().stream()
        .allMatch(each -> each.refund().policy() == RefundTerms.Policy.KEEP));
    long sum = 0;
    long least = Long.MAX_VALUE;
    long most = 0;
    var plans = new ArrayList<RefundPlan>();
    for (int i = 0; i < piece.quantity(); i++) {
      RefundPlan plan =
          trial.refund(quote, plans, RefundRequest.NOTHING.withRun(piece.line(), piece.run(), 1));
      plans.add(plan);
      long net = plan.pieces().stream().mapToLong(back -> back.net().minor()).sum();
      sum += net;
      least = Math.min(least, net);
      most = Math.max(most, net);
    }
    trial.requireEqual("the units of " + piece.line(), piece.net().minor(), sum);
    trial.require(most - least <= 1, "units of %s cost %d to %d", piece.line(), least, most);
  }

  private static BigInteger product(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }
}
