package dev.akinai.testkit.pricing;

import dev.akinai.money.Money;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.pricing.RefundPlan;
import dev.akinai.pricing.RefundRequest;
import dev.akinai.pricing.Share;
import dev.akinai.pricing.TaxLine;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.RefundTerms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What goes back when goods come back: L-PRI-44 to 49. Stateless. */
final class RefundLaws {

  private static final long MOST_UNITS = 40;

  private RefundLaws() {}

  static final List<Law> LIST = List.of(
      Law.of(44, "partial refunds of everything sum to what was paid", RefundLaws::whole),
      Law.of(45, "no refund is negative or more than what is left", RefundLaws::bounded),
      Law.of(46, "by KEEP the cut of a return does not matter", RefundLaws::cut),
      Law.of(
          47, "by REPRICE the shop keeps the least price of what was kept", RefundLaws::repriced),
      Law.of(48, "rules that change later change no refund", RefundLaws::frozen),
      Law.of(49, "no part is reversed beyond what it was", RefundLaws::steps));

  private static Quote paid(Trial trial) {
    Quote quote = trial.quote();
    trial.assume(quote.payable().isPositive());
    trial.assume(quote.pieces().stream().mapToLong(QuotePiece::quantity).sum() <= MOST_UNITS);
    trial.assume(trial.offers.stream().noneMatch(offer -> offer.effect() instanceof Effect.Gift));
    return quote;
  }

  private static boolean isRepriced(Quote quote) {
    return quote.applied().stream()
        .anyMatch(each -> each.refund().policy() == RefundTerms.Policy.REPRICE);
  }

  /** A random cut of a whole return. */
  private static List<RefundRequest> cutAll(Trial trial, Quote quote) {
    var requests = new ArrayList<RefundRequest>();
    for (QuotePiece piece : quote.pieces()) {
      for (long left = piece.quantity(); left > 0; ) {
        long units = 1L + trial.random.nextInt((int) left);
        requests.add(RefundRequest.NOTHING.withRun(piece.line(), piece.run(), units));
        left -= units;
      }
    }
    quote
        .charges()
        .forEach(charge ->
            requests.add(RefundRequest.NOTHING.withCharge(charge.charge().id())));
    Collections.shuffle(requests, trial.random);
    return requests;
  }

  private static List<RefundPlan> carryOut(Trial trial, Quote quote, List<RefundRequest> requests) {
    var plans = new ArrayList<RefundPlan>();
    for (RefundRequest request : requests) {
      plans.add(trial.refund(quote, List.copyOf(plans), request));
    }
    return plans;
  }

  private static void whole(Trial trial) {
    Quote quote = paid(trial);
    List<RefundPlan> plans = carryOut(trial, quote, cutAll(trial, quote));
    trial.requireEqual("what is back, by part", parts(quote), parts(plans));
  }

  private static void bounded(Trial trial) {
    Quote quote = paid(trial);
    long left = quote.total().minor();
    for (RefundPlan plan : carryOut(trial, quote, cutAll(trial, quote))) {
      long amount = plan.amount().minor();
      trial.require(amount >= 0 && amount <= left, "%d goes back of %d", amount, left);
      trial.requireEqual("money and tenders", amount, plan.cash().minor() + tenders(plan));
      left -= amount;
    }
  }

  private static long tenders(RefundPlan plan) {
    return plan.tenders().stream().mapToLong(part -> part.amount().minor()).sum();
  }

  private static void cut(Trial trial) {
    Quote quote = paid(trial);
    trial.assume(!isRepriced(quote));
    trial.assume(quote.applied().stream()
        .allMatch(each -> each.refund().policy() == RefundTerms.Policy.KEEP));
    QuotePiece piece = quote.pieces().stream()
        .filter(each -> each.quantity() > 1)
        .findFirst()
        .orElseThrow(Trial.NotApplicable::new);
    long units = 2L + trial.random.nextInt((int) piece.quantity() - 1);
    RefundRequest first = of(piece, 1);
    List<RefundPlan> two = carryOut(trial, quote, List.of(first, of(piece, units - 1)));
    List<RefundPlan> one = carryOut(trial, quote, List.of(of(piece, units)));
    trial.requireEqual("what is back of " + units, parts(one), parts(two));
  }

  private static RefundRequest of(QuotePiece piece, long units) {
    return RefundRequest.NOTHING.withRun(piece.line(), piece.run(), units);
  }

  /** Every offer by REPRICE, so that what is kept is priced by the same rules. */
  private static void repriced(Trial trial) {
    List<Offer> offers = trial.offers.stream()
        .map(each ->
            each.toBuilder().refund(RefundTerms.of(RefundTerms.Policy.REPRICE)).build())
        .toList();
    trial.assume(offers.stream().allMatch(each -> each.limits().equals(Limits.NONE)));
    var all = new Trial(
        trial.subject, new PricingSample(trial.sample.seed(), trial.input, trial.rules(offers)));
    Quote quote = paid(all);
    trial.assume(
        isRepriced(quote) && quote.charges().isEmpty() && quote.tenders().isEmpty());
    trial.assume(
        offers.stream().allMatch(each -> each.code().isEmpty() || Trial.applies(quote, each.id())));
    long least = quote.total().minor();
    long left = least;
    Map<String, Long> kept = new TreeMap<>();
    trial.cart.lines().forEach(line -> kept.put(line.id(), line.quantity()));
    var plans = new ArrayList<RefundPlan>();
    for (var line : trial.cart.lines()) {
      kept.put(line.id(), 0L);
      plans.add(
          all.refund(quote, List.copyOf(plans), RefundRequest.of(line.id(), line.quantity())));
      least = Math.min(
          least,
          all.quote(trial.cart.withLines(trial.cart.lines().stream()
                  .map(each -> each.times(kept.getOrDefault(each.id(), 0L)))
                  .toList()))
              .total()
              .minor());
      left -= plans.get(plans.size() - 1).amount().minor();
      trial.requireEqual("what the shop has left without " + line.id(), least, left);
    }
  }

  private static void frozen(Trial trial) {
    Quote quote = paid(trial);
    trial.assume(!quote.pieces().isEmpty());
    QuotePiece piece = quote.pieces().get(0);
    RefundPlan before = trial.refund(quote, List.of(), of(piece, 1));
    trial.subject.engine().pricing().evaluate(trial.input, trial.rules(List.of()));
    trial.requireEqual("the plan", before, trial.refund(quote, List.of(), of(piece, 1)));
  }

  private static void steps(Trial trial) {
    Quote quote = paid(trial);
    Map<String, Long> whole = parts(quote);
    List<RefundPlan> plans = carryOut(trial, quote, cutAll(trial, quote));
    for (int i = 0; i < plans.size(); i++) {
      parts(plans.subList(i, i + 1))
          .forEach((name, step) -> trial.require(step > 0, "%s goes back by %d", name, step));
      parts(plans.subList(0, i + 1))
          .forEach((name, sum) -> trial.require(
              sum <= whole.getOrDefault(name, 0L),
              "of %s %d is back, but it was %d",
              name,
              sum,
              whole.getOrDefault(name, 0L)));
    }
  }

  // --- parts -----------------------------------------------------------------------------------

  /** What plans reverse in all, by the name of each part; parts of nothing are left out. */
  private static Map<String, Long> parts(List<RefundPlan> plans) {
    Map<String, Long> parts = new TreeMap<>();
    for (RefundPlan plan : plans) {
      plan.pieces().forEach(back -> add(parts, back));
      plan.charges().forEach(back -> add(parts, back));
      add(parts, "amount", plan.amount());
    }
    parts.values().removeIf(amount -> amount == 0);
    return parts;
  }

  private static void add(Map<String, Long> parts, RefundPlan.Back back) {
    String name = back.id() + "/" + back.run();
    add(parts, name, back.net());
    add(parts, name, back.shares(), back.tax());
  }

  /** The same of all that was paid. */
  private static Map<String, Long> parts(Quote quote) {
    Map<String, Long> parts = new TreeMap<>();
    quote.pieces().forEach(piece -> {
      add(parts, piece.line() + "/" + piece.run(), piece.net());
      add(parts, piece.line() + "/" + piece.run(), piece.shares(), List.of());
    });
    quote.charges().forEach(charge -> {
      add(parts, charge.charge().id() + "/-1", charge.net());
      add(parts, charge.charge().id() + "/-1", charge.shares(), List.of());
    });
    for (TaxLine line : quote.tax().lines()) {
      add(parts, line.line() + "/" + line.run(), List.of(), List.of(line));
    }
    add(parts, "amount", quote.total());
    parts.values().removeIf(amount -> amount == 0);
    return parts;
  }

  private static void add(
      Map<String, Long> parts, String name, List<Share> shares, List<TaxLine> tax) {
    shares.forEach(
        share -> add(parts, name + " " + share.offer() + " " + share.party(), share.amount()));
    for (TaxLine line : tax) {
      add(parts, name + " tax " + line.rate().code(), line.amount());
      add(parts, name + " base " + line.rate().code(), line.base());
    }
  }

  private static void add(Map<String, Long> parts, String name, Money amount) {
    parts.merge(name, amount.minor(), Long::sum);
  }
}
