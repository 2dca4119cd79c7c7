package dev.akinai.core.pricing;

import dev.akinai.base.Text;
import dev.akinai.promotion.Funding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decides between combinations with which the buyer pays the same (PRICING 5.6): most worth of what is no money, fewest coupons, those that
 * expire soonest, least borne by merchants, greatest priorities, smallest ids. For one search.
 */
final class Objective {

  private static final Comparator<List<Instant>> SOONEST = Objective::compareInstants;

  private long[] bestOff = {};

  /** What decides, in this order. */
  private record Rank(
      long worth,
      long coupons,
      List<Instant> expiries,
      long byMerchants,
      List<Integer> priorities,
      List<String> ids) {}

  private static final Comparator<Rank> BETTER_FIRST = Comparator.comparingLong(
          (Rank rank) -> -rank.worth())
      .thenComparingLong(Rank::coupons)
      .thenComparing(Rank::expiries, SOONEST)
      .thenComparingLong(Rank::byMerchants)
      .thenComparing(Rank::priorities, Objective::compareGreatest)
      .thenComparing(Rank::ids, Objective::compareIds);

  /** Remembers what each candidate of the best set takes off. */
  void keep(long[] off) {
    bestOff = off.clone();
  }

  boolean prefers(List<Candidate> all, int[] part, boolean[] found, boolean[] best, long[] off) {
    return BETTER_FIRST.compare(rank(all, part, found, off), rank(all, part, best, bestOff)) < 0;
  }

  private static Rank rank(List<Candidate> all, int[] part, boolean[] chosen, long[] off) {
    long worth = 0;
    long merchants = 0;
    var expiries = new ArrayList<Instant>();
    var priorities = new ArrayList<Integer>();
    var ids = new ArrayList<String>();
    long coupons = 0;
    for (int i = 0; i < part.length; i++) {
      if (chosen[i]) {
        Candidate candidate = all.get(part[i]);
        worth = Math.addExact(worth, worth(candidate));
        merchants += byMerchant(candidate, off[i]);
        coupons += candidate.rule.offer.code().isPresent() ? 1 : 0;
        if (candidate.rule.offer.code().isPresent()) {
          expiries.add(candidate.coupon.flatMap(coupon -> coupon.expiresAt()).orElse(Instant.MAX));
        }
        priorities.add(candidate.rule.offer.stacking().priority());
        ids.add(candidate.rule.offer.id().value());
      }
    }
    expiries.sort(Comparator.naturalOrder());
    priorities.sort(Comparator.reverseOrder());
    ids.sort(Text.UTF8_ORDER);
    return new Rank(worth, coupons, expiries, merchants, priorities, ids);
  }

  /** An effect without money that does not say what it is worth is worth one minor unit: never left out for nothing. */
  private static long worth(Candidate candidate) {
    return candidate.rule.lowersPrices
        ? candidate.rule.offer.amounts().worth().map(worth -> worth.minor()).orElse(0L)
        : candidate.rule.offer.amounts().worth().map(worth -> worth.minor()).orElse(1L);
  }

  private static long byMerchant(Candidate candidate, long off) {
    Funding funding = candidate.rule.offer.funding();
    long others = 0;
    for (Funding.PartyShare share : funding.shares()) {
      others +=
          share.party().equals(Funding.MERCHANT) ? 0 : Exact.floor(off, share.ppm(), Exact.PPM);
    }
    if (funding.rest().equals(Funding.MERCHANT)) {
      return off - others;
    }
    return funding.shares().stream()
        .filter(share -> share.party().equals(Funding.MERCHANT))
        .mapToLong(share -> Exact.floor(off, share.ppm(), Exact.PPM))
        .sum();
  }

  private static int compareInstants(List<Instant> one, List<Instant> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = one.get(i).compareTo(other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  private static int compareGreatest(List<Integer> one, List<Integer> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = Integer.compare(other.get(i), one.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  private static int compareIds(List<String> one, List<String> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = Text.UTF8_ORDER.compare(one.get(i), other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }
}
