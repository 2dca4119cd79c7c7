package dev.akinai.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.pricing.Quote;
import dev.akinai.pricing.RefundPlan;
import dev.akinai.pricing.RefundRequest;
import dev.akinai.pricing.Share;
import dev.akinai.pricing.TaxLine;
import dev.akinai.pricing.TenderPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/** The laws L-PRI-44 to 49 as plain predicates over a frozen quote and the plans that were carried out, in their order. */
final class RefundLaws {

  private RefundLaws() {}

  /** What plans reverse in all, by the name of each part; parts of nothing are left out. */
  static Map<String, Long> parts(List<RefundPlan> plans) {
    Map<String, Long> parts = new TreeMap<>();
    for (RefundPlan plan : plans) {
      plan.pieces().forEach(back -> add(parts, back));
      plan.charges().forEach(back -> add(parts, back));
      plan.tenders().forEach(part -> add(parts, part));
      add(parts, "cash", plan.cash().minor());
      add(parts, "amount", plan.amount().minor());
    }
    parts.values().removeIf(amount -> amount == 0);
    return parts;
  }

  /** The same of all that was paid. */
  static Map<String, Long> parts(Quote quote) {
    Map<String, Long> parts = new TreeMap<>();
    quote.pieces().forEach(piece -> {
      String name = name(piece.line(), piece.run());
      add(parts, name + " net", piece.net().minor());
      add(parts, name, piece.shares(), List.of());
    });
    quote.charges().forEach(charge -> {
      String name = name(charge.charge().id(), -1);
      add(parts, name + " net", charge.net().minor());
      add(parts, name, charge.shares(), List.of());
    });
    quote
        .tax()
        .lines()
        .forEach(line -> add(parts, name(line.line(), line.run()), List.of(), List.of(line)));
    quote.tenders().forEach(part -> add(parts, part));
    long tenders =
        quote.tenders().stream().mapToLong(part -> part.amount().minor()).sum();
    add(parts, "cash", quote.total().minor() - tenders);
    add(parts, "amount", quote.total().minor());
    parts.values().removeIf(amount -> amount == 0);
    return parts;
  }

  private static void add(Map<String, Long> parts, RefundPlan.Back back) {
    add(parts, name(back.id(), back.run()) + " net", back.net().minor());
    add(parts, name(back.id(), back.run()), back.shares(), back.tax());
  }

  private static void add(
      Map<String, Long> parts, String name, List<Share> shares, List<TaxLine> tax) {
    for (Share share : shares) {
      add(
          parts,
          name + " off " + share.offer() + " " + share.party(),
          share.amount().minor());
    }
    for (TaxLine line : tax) {
      add(parts, name + " tax " + line.rate().code(), line.amount().minor());
      add(parts, name + " base " + line.rate().code(), line.base().minor());
    }
  }

  private static void add(Map<String, Long> parts, TenderPart part) {
    add(parts, part.kind() + " amount", part.amount().minor());
    add(parts, part.kind() + " units", part.units());
  }

  private static void add(Map<String, Long> parts, String name, long amount) {
    parts.merge(name, amount, Long::sum);
  }

  private static String name(String id, int run) {
    return id + "/" + run;
  }

  // --- laws ------------------------------------------------------------------------------------

  /** L-PRI-44: all that was paid is back, part by part. */
  static void checkWholeReturn(Quote quote, List<RefundPlan> plans) {
    assertThat(parts(plans)).isEqualTo(parts(quote));
    assertThat(plans.get(plans.size() - 1).withheld().minor()).isZero();
  }

  /** L-PRI-45 and 49: no step of any part is negative, and no part is reversed beyond what it was. */
  static void checkSteps(Quote quote, List<RefundPlan> plans) {
    Map<String, Long> whole = parts(quote);
    for (int i = 0; i < plans.size(); i++) {
      parts(plans.subList(i, i + 1))
          .forEach((name, step) -> assertThat(step).as(name).isPositive());
      parts(plans.subList(0, i + 1))
          .forEach((name, sum) ->
              assertThat(sum).as(name).isLessThanOrEqualTo(whole.getOrDefault(name, 0L)));
    }
  }

  /** L-PRI-46: however the return was cut, the same is back. */
  static void checkCut(List<RefundPlan> oneWay, List<RefundPlan> other) {
    assertThat(parts(oneWay)).isEqualTo(parts(other));
  }

  /** L-PRI-47: what the shop has left is the least price of what was kept so far, or what was paid. */
  static void checkRepriced(Quote quote, List<RefundPlan> plans, List<Long> prices) {
    long least = quote.total().minor();
    long left = least;
    for (int i = 0; i < plans.size(); i++) {
      long before = left;
      least = Math.min(least, prices.get(i));
      left -= plans.get(i).amount().minor();
      assertThat(left).isEqualTo(least);
      assertThat(plans.get(i).shortfall().minor()).isEqualTo(Math.max(0, prices.get(i) - before));
    }
  }

  // --- cuts ------------------------------------------------------------------------------------

  /** Carries out requests one after the other. */
  static List<RefundPlan> carryOut(
      Quote quote, List<RefundRequest> requests, Function<Kept, Quote> price) {
    var plans = new ArrayList<RefundPlan>();
    for (RefundRequest request : requests) {
      plans.add(Refunds.plan(quote, plans, request, price));
    }
    return plans;
  }

  /** A random cut of a whole return: units of named runs, parts of charges, gifts, in any order. */
  static List<RefundRequest> cutAll(Quote quote, Random random) {
    var requests = new ArrayList<RefundRequest>();
    quote.pieces().forEach(piece -> {
      for (long left = piece.quantity(); left > 0; ) {
        long units = 1 + random.nextInt((int) left);
        requests.add(RefundRequest.NOTHING.withRun(piece.line(), piece.run(), units));
        left -= units;
      }
    });
    quote.charges().forEach(charge -> {
      String id = charge.charge().id();
      if (charge.net().isPositive()) {
        requests.add(RefundRequest.NOTHING.withCharge(
            id, TestCarts.cny(random.nextInt((int) charge.net().minor() + 1))));
      }
      requests.add(RefundRequest.NOTHING.withCharge(id));
    });
    requests.add(RefundRequest.NOTHING.withGifts(FrozenQuotes.GIFT, 1));
    requests.add(RefundRequest.NOTHING.withGifts(FrozenQuotes.GIFT, 1));
    java.util.Collections.shuffle(requests, random);
    return requests;
  }
}
