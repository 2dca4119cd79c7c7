package dev.akinai.core.pricing;

import dev.akinai.core.criteria.CriteriaEvaluator;
import dev.akinai.core.criteria.Explanation;
import dev.akinai.core.promotion.Codes;
import dev.akinai.criteria.Truth;
import dev.akinai.money.Money;
import dev.akinai.money.Ratio;
import dev.akinai.money.Rounding;
import dev.akinai.money.Split;
import dev.akinai.pricing.Application;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.Share;
import dev.akinai.pricing.Verdict;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Ruleset;
import dev.akinai.quota.Cell;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.Demand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Applies offers one after the other, lane by lane (mode ALL): each sees the nets that those before it left, and each ends with one verdict.
 *
 * <p>An offer's amount is rounded once, cut at what its scope still holds, and split over bands and then over lines by largest remainder on
 * their nets; a share therefore never exceeds what it is taken from (PRICING 2.5, 6.1). For one quote and thread.
 */
final class OfferStack {

  private final Cart cart;
  private final Set<String> codes;
  private final List<Band> bands;
  private final Map<CellKey, Cell> used;
  private final Instant at;
  private final List<Application> applied = new ArrayList<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final List<Demand> cells = new ArrayList<>();

  OfferStack(Cart cart, Set<String> codes, List<Band> bands, Map<CellKey, Cell> used, Instant at) {
    this.cart = cart;
    this.codes = codes;
    this.bands = bands;
    this.used = used;
    this.at = at;
  }

  List<Application> applied() {
    return applied;
  }

  List<Verdict> verdicts() {
    return verdicts;
  }

  List<Demand> cells() {
    return cells;
  }

  void apply(Offer offer) {
    Optional<Verdict> obstacle = obstacle(offer);
    obstacle.ifPresentOrElse(verdicts::add, () -> applyUnhindered(offer));
  }

  /** A typed code that no offer has ends with a verdict of its own. */
  void judgeUnknownCodes(Ruleset ruleset) {
    Set<String> known = ruleset.offers().stream()
        .flatMap(offer -> offer.code().stream())
        .collect(Collectors.toSet());
    for (String typed : cart.codes()) {
      if (!known.contains(Codes.normalise(typed))) {
        verdicts.add(new Verdict(typed, Verdict.Code.NO_SUCH_CODE, ""));
      }
    }
  }

  /** The first thing that keeps an offer from applying, in the order in which a buyer would ask. */
  private Optional<Verdict> obstacle(Offer offer) {
    if (offer.currency().isPresent() && !offer.currency().get().equals(cart.currency())) {
      return verdict(offer, Verdict.Code.CURRENCY, offer.currency().get().code());
    }
    if (!offer.isLiveAt(at)) {
      return verdict(offer, Verdict.Code.OUT_OF_SCHEDULE, window(offer));
    }
    if (offer.code().isPresent() && !codes.contains(offer.code().get())) {
      return verdict(offer, Verdict.Code.CODE_NOT_GIVEN, "");
    }
    return unmetCondition(offer).or(() -> usedUp(offer));
  }

  private Optional<Verdict> unmetCondition(Offer offer) {
    if (offer.limits().perBuyer().isPresent() && cart.buyer().isEmpty()) {
      return verdict(offer, Verdict.Code.UNKNOWN_FACT, "member.id");
    }
    Explanation explanation =
        CriteriaEvaluator.explain(offer.when(), new CartFacts(cart, codes, bands, offer.scope()));
    if (explanation.truth() == Truth.TRUE) {
      return Optional.empty();
    }
    boolean unknown = explanation.truth() == Truth.UNKNOWN;
    String facts = explanation
        .cause()
        .map(cause -> unknown
            ? cause.fact().map(Object::toString).orElse(cause.path())
            : "/when" + cause.path())
        .orElse("/when");
    return verdict(
        offer, unknown ? Verdict.Code.UNKNOWN_FACT : Verdict.Code.CONDITION_FALSE, facts);
  }

  /** Limits are advice here; the hold decides (PRICING 2.1). */
  private Optional<Verdict> usedUp(Offer offer) {
    for (Demand demand : OfferCells.of(offer, cart.buyer())) {
      Cell cell = used.getOrDefault(demand.cell(), Cell.empty(demand.cell()));
      if (cell.held() + cell.consumed() + demand.quantity() > demand.cap().orElse(Long.MAX_VALUE)) {
        return verdict(offer, Verdict.Code.LIMIT, demand.cell().cls().name());
      }
    }
    return Optional.empty();
  }

  private void applyUnhindered(Offer offer) {
    List<Band> scope = bands.stream()
        .filter(
            band -> CriteriaEvaluator.evaluate(offer.scope(), new BandFacts(band)) == Truth.TRUE)
        .toList();
    Money base = Money.sum(cart.currency(), scope.stream().map(band -> band.net).toList());
    Money raw = raw(offer.effect(), base);
    Money discount = raw.min(base);
    if (!discount.isPositive()) {
      verdicts.add(new Verdict(offer.id().value(), Verdict.Code.NO_EFFECT, ""));
      return;
    }
    split(offer, scope, discount);
    applied.add(new Application(offer.id(), offer.version(), offer.lane(), base, discount));
    cells.addAll(OfferCells.of(offer, cart.buyer()));
    verdicts.add(
        discount.equals(raw)
            ? new Verdict(offer.id().value(), Verdict.Code.APPLIED, discount.toString())
            : new Verdict(
                offer.id().value(), Verdict.Code.CLAMPED, raw.minus(discount).toString()));
  }

  private static Money raw(Effect effect, Money base) {
    if (effect instanceof Effect.Percent percent) {
      return base.times(Ratio.ppm(percent.ppm()), Rounding.HALF_UP);
    }
    return ((Effect.Amount) effect).off();
  }

  private void split(Offer offer, List<Band> scope, Money discount) {
    long[] shares = Split.largestRemainder(
        discount.minor(), scope.stream().mapToLong(band -> band.net.minor()).toArray());
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] > 0) {
        take(offer, scope.get(i), Money.of(cart.currency(), shares[i]));
      }
    }
  }

  private void take(Offer offer, Band band, Money share) {
    long[] parts = Split.largestRemainder(
        share.minor(),
        band.portions.stream().mapToLong(portion -> portion.net.minor()).toArray());
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] > 0) {
        Band.Portion portion = band.portions.get(i);
        Money part = Money.of(cart.currency(), parts[i]);
        portion.net = portion.net.minus(part);
        portion.shares.add(new Share(offer.id(), offer.version(), offer.party(), part));
      }
    }
    band.net = band.net.minus(share);
  }

  private static String window(Offer offer) {
    return offer.from().map(Object::toString).orElse("") + "/"
        + offer.to().map(Object::toString).orElse("");
  }

  private static Optional<Verdict> verdict(Offer offer, Verdict.Code code, String facts) {
    return Optional.of(new Verdict(offer.id().value(), code, facts));
  }
}
