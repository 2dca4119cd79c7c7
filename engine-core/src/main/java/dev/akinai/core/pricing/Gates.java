package dev.akinai.core.pricing;

import dev.akinai.catalog.CatalogItem;
import dev.akinai.catalog.SkuId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.pricing.Benefits;
import dev.akinai.pricing.Verdict;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import dev.akinai.quota.Cell;
import dev.akinai.quota.CellClass;
import dev.akinai.quota.Demand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an offer whose conditions hold must pass before it is a candidate: its currency, its limits and budget, the gifts it gives (PRICING
 * 9). What is left of limits is advice here; the hold decides. For one quote and thread.
 */
final class Gates {

  private final Evaluation run;

  Gates(Evaluation run) {
    this.run = run;
  }

  boolean open(Candidate candidate) {
    Offer offer = candidate.rule.offer;
    return (offer.currency().isEmpty() || isPayable(candidate, offer.currency().get()))
        && (offer.limits().equals(Limits.NONE) || (hasUses(candidate) && hasBudget(candidate)))
        && hasGift(candidate);
  }

  private void refuse(Candidate candidate, Verdict.Code code, String facts) {
    run.verdicts.not(candidate.subject(run.sheet), code, facts);
  }

  private boolean isPayable(Candidate candidate, CurrencyCode currency) {
    boolean known = currency.equals(run.input.cart().currency())
        || run.bounds.rate(currency).isPresent();
    if (!known) {
      refuse(candidate, Verdict.Code.CURRENCY, currency.code());
    }
    return known;
  }

  private boolean hasUses(Candidate candidate) {
    Offer offer = candidate.rule.offer;
    Optional<String> unknown = OfferCells.unknownIdentity(offer, run.buyer);
    if (unknown.isPresent()) {
      refuse(
          candidate,
          Verdict.Code.UNKNOWN_FACT,
          unknown.get().equals("member") ? "member.id" : unknown.get());
      return false;
    }
    for (Demand demand : OfferCells.uses(offer, run.buyer, run.input.at())) {
      Cell cell = run.used(demand.cell());
      if (cell.held() + cell.consumed() + demand.quantity() > demand.cap().orElse(Long.MAX_VALUE)) {
        boolean buyer = demand.cell().cls() == CellClass.BUYER;
        String item = demand.cell().item();
        refuse(
            candidate,
            buyer ? Verdict.Code.LIMIT_BUYER : Verdict.Code.LIMIT_TOTAL,
            buyer ? item.substring(0, item.indexOf(':')) : "");
        return false;
      }
    }
    return true;
  }

  private boolean hasBudget(Candidate candidate) {
    Optional<Limits.Budget> budget = candidate.rule.offer.limits().budget();
    if (budget.isEmpty()) {
      return true;
    }
    long amount = run.bounds.inCartCurrency(candidate, budget.get().amount().minor());
    candidate.budget =
        run.budget(OfferCells.budget(candidate.rule.offer, budget.get(), run.input.at()), amount);
    boolean left = run.nets.budgets[candidate.budget] > 0;
    if (!left) {
      refuse(
          candidate,
          Verdict.Code.BUDGET_SHORT,
          Money.zero(run.input.cart().currency()).toString());
    }
    return left;
  }

  // --- gifts -----------------------------------------------------------------------------------

  private boolean hasGift(Candidate candidate) {
    Effect effect = candidate.rule.offer.effect();
    if (effect instanceof Effect.IssueCoupon issue) {
      candidate.benefit = Optional.of(new Benefits.CouponToIssue(issue.template(), issue.on()));
    }
    if (!(effect instanceof Effect.Gift gift)) {
      return true;
    }
    List<SkuId> chosen = gifts(candidate, gift);
    if (chosen.size() < gift.pick()) {
      refuse(candidate, Verdict.Code.NO_EFFECT, "gift");
      return false;
    }
    Money worth = Money.of(
        run.input.cart().currency(),
        run.bounds.inCartCurrency(candidate, gift.worth().minor()));
    candidate.benefit = Optional.of(new Benefits.Gifts(chosen, worth));
    return true;
  }

  /** The buyer's choice as far as it can be had, then the first others if the rule says so. */
  private List<SkuId> gifts(Candidate candidate, Effect.Gift gift) {
    List<SkuId> wanted =
        run.input.cart().choices().gifts().getOrDefault(candidate.rule.offer.id(), List.of());
    var chosen = new ArrayList<SkuId>();
    wanted.stream().filter(gift.choices()::contains).forEach(sku -> add(chosen, sku, gift));
    if (gift.fallback() == Effect.Gift.Fallback.FIRST_AVAILABLE
        || gift.pick() == gift.choices().size()) {
      gift.choices().forEach(sku -> add(chosen, sku, gift));
    }
    return List.copyOf(chosen);
  }

  private void add(List<SkuId> chosen, SkuId sku, Effect.Gift gift) {
    if (chosen.size() < gift.pick() && !chosen.contains(sku) && isThere(sku)) {
      chosen.add(sku);
    }
  }

  /** Stock that the input does not speak of is taken to be there: the hold decides. */
  private boolean isThere(SkuId sku) {
    CatalogItem item = run.input.items().get(sku);
    return item != null
        && item.sku().active()
        && run.input.used().stream()
            .filter(cell ->
                cell.key().cls() == CellClass.WAREHOUSE && cell.key().item().equals(sku.value()))
            .allMatch(cell -> cell.free() > 0);
  }
}
