package dev.akinai.core.pricing;

import dev.akinai.criteria.Truth;
import dev.akinai.pricing.Charge;
import dev.akinai.pricing.CouponFact;
import dev.akinai.pricing.CouponUse;
import dev.akinai.pricing.Verdict;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Turns the offers that a cart met into candidates, and says of the others why they are none (PRICING 4, 7). A typed code always gets a
 * verdict; an uncalled offer gets one only if it was near: all but its numbers fits. For one quote and thread.
 */
final class Matcher {

  private final Evaluation run;
  private final OfferIndex index;
  private final OfferIndex.Hits hits;
  private final Gates gates;
  private final Bits allBands;
  private final Judge judge;

  Matcher(Evaluation run, Judge judge) {
    this.run = run;
    this.judge = judge;
    this.index = run.rules.at(run.input.at());
    this.hits = judge.hits(run, index);
    this.gates = new Gates(run);
    this.allBands = Bits.all(run.sheet.bands.size());
  }

  /** The candidates of some lanes, in the order of the ruleset, by the amounts as they are now. */
  List<Candidate> candidates(int fromLane, int toLane) {
    var found = new ArrayList<Candidate>();
    for (int i = 0; i < hits.size(); i++) {
      CompiledOffer rule = run.rules.offers.get(hits.offer(i));
      if (rule.laneIndex >= fromLane && rule.laneIndex < toLane) {
        match(rule, i, found);
      }
    }
    return found;
  }

  private void match(CompiledOffer rule, int hit, List<Candidate> found) {
    Offer offer = rule.offer;
    Instant at = run.input.at();
    if (!rule.allDay && !offer.schedule().isLiveAt(at)) {
      if (offer.code().isPresent()) {
        outOfSchedule(offer);
      }
      return;
    }
    Optional<CouponUse> coupon = coupon(rule);
    if (offer.code().isPresent() && coupon.isEmpty()) {
      outOfSchedule(offer); // its coupons have expired
      return;
    }
    Bits counted = scope(rule, hit);
    Bits charges = charges(rule);
    if (counted.isEmpty() && (charges.isEmpty() || !rule.anyScope)) {
      called(offer, Verdict.Code.CONDITION_FALSE, "scope");
      return;
    }
    for (Candidate part : parts(rule, counted, charges, coupon)) {
      if (isMet(part) && gates.open(part)) {
        found.add(part);
      }
    }
  }

  private void outOfSchedule(Offer offer) {
    String next =
        offer.schedule().nextStart(run.input.at()).map(Instant::toString).orElse("");
    run.verdicts.not(offer.id().value(), Verdict.Code.OUT_OF_SCHEDULE, next);
  }

  private void called(Offer offer, Verdict.Code code, String facts) {
    if (offer.code().isPresent()) {
      run.verdicts.not(offer.id().value(), code, facts);
    }
  }

  // --- codes -----------------------------------------------------------------------------------

  /** Says so of codes that open nothing, or nothing now; comes last. */
  void judgeCodes() {
    for (String code : run.codes) {
      Optional<CompiledOffer> shared = run.rules.withCode(code);
      boolean single = run.input.coupons().stream()
          .anyMatch(coupon -> coupon.code().filter(code::equals).isPresent()
              && run.rules.withId(coupon.offer().value()).isPresent());
      if (shared.isEmpty() && !single) {
        run.verdicts.not(run.typed(code), Verdict.Code.NO_SUCH_CODE, "");
      } else if (shared.isPresent() && !shared.get().offer.schedule().covers(run.input.at())) {
        outOfSchedule(shared.get().offer);
      }
    }
  }

  /** The coupon that is used: of several the one that expires soonest. */
  private Optional<CouponUse> coupon(CompiledOffer rule) {
    Offer offer = rule.offer;
    if (offer.code().isEmpty()) {
      return Optional.empty();
    }
    if (offer.sharedCode().isPresent()) {
      return Optional.of(
          new CouponUse(offer.id(), offer.sharedCode().get(), offer.schedule().endInstant()));
    }
    return run.coupons(rule).stream()
        .filter(coupon ->
            coupon.expiresAt().map(end -> run.input.at().isBefore(end)).orElse(true))
        .min(Comparator.comparing((CouponFact coupon) -> coupon.expiresAt().orElse(Instant.MAX))
            .thenComparing(CouponFact::coupon))
        .map(coupon -> new CouponUse(offer.id(), coupon.coupon(), coupon.expiresAt()));
  }

  // --- what it may lower -----------------------------------------------------------------------

  private Bits scope(CompiledOffer rule, int hit) {
    if (rule.anyScope) {
      return allBands;
    }
    if (judge == Judge.COMPILED && index.isScopeExact(rule.index)) {
      return hits.bands(hit);
    }
    Bits bits = new Bits(run.sheet.bands.size());
    for (Band band : run.sheet.bands) {
      if (judge.scope(rule, band) == Truth.TRUE) {
        bits.set(band.index);
      }
    }
    return bits;
  }

  private Bits charges(CompiledOffer rule) {
    if (!rule.takesCharges) {
      return Bits.EMPTY;
    }
    Offer offer = rule.offer;
    Bits bits = new Bits(run.sheet.charges.size());
    for (int i = 0; i < run.sheet.charges.size(); i++) {
      if (takes(offer, run.sheet.charges.get(i))) {
        bits.set(i);
      }
    }
    return bits;
  }

  private static boolean takes(Offer offer, Charge charge) {
    boolean kind = offer.charges().isEmpty()
        ? charge.kind().equals(Charge.SHIPPING)
        : offer.charges().contains(charge.kind());
    return kind
        && (!(offer.effect() instanceof Effect.Shipping shipping)
            || shipping.methods().isEmpty()
            || charge.method().filter(shipping.methods()::contains).isPresent());
  }

  /** The offer on each part of the cart that its lane runs over. */
  private List<Candidate> parts(
      CompiledOffer rule, Bits counted, Bits charges, Optional<CouponUse> coupon) {
    Lane.Partition partition =
        rule.lane.mode() == Lane.Mode.BEST_PER_ITEM ? Lane.Partition.BAND : rule.lane.partition();
    if (partition == Lane.Partition.CART) {
      return List.of(candidate(rule, -1, counted, charges, coupon));
    }
    var parts = new ArrayList<Candidate>();
    if (partition == Lane.Partition.MERCHANT) {
      for (int m = 0; m < run.sheet.merchants.size(); m++) {
        add(parts, rule, m, counted.and(run.sheet.bandsOf(m)), chargesOf(m, charges), coupon);
      }
    } else {
      for (int b = counted.next(0); b >= 0; b = counted.next(b + 1)) {
        Bits one = new Bits(run.sheet.bands.size());
        one.set(b);
        add(parts, rule, -1, one, Bits.EMPTY, coupon);
      }
    }
    return parts;
  }

  private Bits chargesOf(int merchant, Bits charges) {
    Bits own = new Bits(run.sheet.charges.size());
    for (int c = charges.next(0); c >= 0; c = charges.next(c + 1)) {
      String name = run.sheet.charges.get(c).merchant().orElse("");
      if (name.equals(run.sheet.merchants.get(merchant))) {
        own.set(c);
      }
    }
    return own;
  }

  private static void add(
      List<Candidate> parts,
      CompiledOffer rule,
      int merchant,
      Bits counted,
      Bits charges,
      Optional<CouponUse> coupon) {
    if (!counted.isEmpty() || !charges.isEmpty()) {
      parts.add(candidate(rule, merchant, counted, charges, coupon));
    }
  }

  private static Candidate candidate(
      CompiledOffer rule, int merchant, Bits counted, Bits charges, Optional<CouponUse> coupon) {
    boolean onGoods = !(rule.offer.effect() instanceof Effect.Shipping);
    return new Candidate(rule, merchant, counted, onGoods ? counted : Bits.EMPTY, charges, coupon);
  }

  // --- whether its condition holds -------------------------------------------------------------

  private boolean isMet(Candidate candidate) {
    CompiledOffer rule = candidate.rule;
    if (rule.anyCart) {
      return true;
    }
    CartView view = run.view;
    view.look(candidate, run.nets);
    try {
      Truth truth = judge.when(rule, view);
      if (truth == Truth.TRUE || mayTurnTrue(rule)) {
        return true;
      }
      notMet(candidate, truth);
      return false;
    } catch (Extensions.FaultException fault) {
      run.verdicts.not(candidate.subject(run.sheet), Verdict.Code.FAULT, fault.what());
      return false;
    }
  }

  /** A condition that asks for little to be left is tested when the offer's turn comes. */
  private boolean mayTurnTrue(CompiledOffer rule) {
    return rule.dependence == CompiledOffer.Dependence.ANY
        && rule.relaxed.of(run.view) == Truth.TRUE;
  }

  private void notMet(Candidate candidate, Truth truth) {
    CompiledOffer rule = candidate.rule;
    if (rule.relaxed.of(run.view) == Truth.TRUE) {
      run.verdicts.not(
          candidate.subject(run.sheet), Verdict.Code.THRESHOLD_NOT_MET, rule.shortfall(run.view));
    } else if (truth == Truth.UNKNOWN) {
      run.verdicts.not(
          candidate.subject(run.sheet), Verdict.Code.UNKNOWN_FACT, judge.cause(rule, run.view));
    } else {
      called(rule.offer, Verdict.Code.CONDITION_FALSE, judge.cause(rule, run.view));
    }
  }
}
