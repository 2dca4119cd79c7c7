package dev.akinai.core.pricing;

import dev.akinai.pricing.Benefits;
import dev.akinai.pricing.CouponUse;
import java.util.Optional;

/** An offer that could apply to a cart, or to one merchant's lines of it. For one quote and thread. */
final class Candidate {

  final CompiledOffer rule;
  /** The merchant it runs over, or -1 for the cart. */
  final int merchant;
  /** The bands that its sums count. */
  final Bits counted;
  /** The bands it may lower. */
  final Bits scope;
  /** The charges it may lower. */
  final Bits charges;
  /** The coupon that opens it. */
  final Optional<CouponUse> coupon;
  /** The price that it is, if it is no offer but competes with offers. */
  final Optional<Sheet.Rival> rival;
  /** The most it can take off in any combination. */
  long bound;
  /** Which budget it spends, or -1. */
  int budget = -1;
  /** What the buyer gets instead of a lower price, if it is known before the search. */
  Optional<Benefits> benefit = Optional.empty();
  /** Why the host's code for it failed, or empty. */
  String fault = "";

  Candidate(
      CompiledOffer rule,
      int merchant,
      Bits counted,
      Bits scope,
      Bits charges,
      Optional<CouponUse> coupon) {
    this(rule, merchant, counted, scope, charges, coupon, Optional.empty());
  }

  Candidate(
      CompiledOffer rule,
      int merchant,
      Bits counted,
      Bits scope,
      Bits charges,
      Optional<CouponUse> coupon,
      Optional<Sheet.Rival> rival) {
    this.rule = rule;
    this.merchant = merchant;
    this.counted = counted;
    this.scope = scope;
    this.charges = charges;
    this.coupon = coupon;
    this.rival = rival;
  }

  /** The same candidate by another rule or on other bands; what it is worth is not known yet. */
  Candidate with(CompiledOffer other, Bits bands) {
    var copy = new Candidate(
        other, merchant, bands == scope ? counted : bands, bands, charges, coupon, rival);
    copy.budget = budget;
    copy.benefit = benefit;
    return copy;
  }

  boolean takes(Nets nets, int run) {
    int band = nets.band[run];
    if (rival.isPresent()) {
      return nets.rival(run) == rival.get().number();
    }
    int shut = rule.splitsRuns ? Nets.CLOSED | Nets.MEASURED : Nets.CLOSED;
    if ((nets.flags[run] & shut) != 0) {
      return false;
    }
    return band <= Nets.FIRST_CHARGE ? charges.get(Nets.FIRST_CHARGE - band) : scope.get(band);
  }

  /** Tells whether it is no offer, but a price that competes with offers. */
  boolean isRival() {
    return rival.isPresent();
  }

  /** Tells whether it must be there when others that use units up are, since all are formed together. */
  boolean packsWith(Candidate other) {
    return rule.packsWithOthers()
        && other.rule.packsWithOthers()
        && rule.laneIndex == other.rule.laneIndex
        && merchant == other.merchant;
  }

  String subject(Sheet sheet) {
    String id = rule.offer.id().value();
    if (rival.isPresent()) {
      return id + ":" + sheet.bands.get(rival.get().band()).lines.get(0).id();
    }
    String name = merchant < 0 || sheet.merchants.size() == 1 ? "" : sheet.merchants.get(merchant);
    return name.isEmpty() ? id : id + "@" + name;
  }
}
