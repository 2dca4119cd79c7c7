package dev.akinai.testkit.pricing;

import dev.akinai.criteria.Criterion;
import dev.akinai.order.Order;
import dev.akinai.order.PlaceOrder;
import dev.akinai.pricing.Application;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.Counterfactual;
import dev.akinai.pricing.Explanation;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.Verdict;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Ruleset;
import dev.akinai.stock.Held;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is said, written down and read back: L-PRI-56 to 61. Stateless. */
final class RecordLaws {

  private RecordLaws() {}

  static final List<Law> LIST = List.of(
      Law.of(56, "each offer has one verdict, and those that applied sum up", RecordLaws::verdicts),
      Law.costing(4, 57, "what a counterfactual names flips its verdict", RecordLaws::flips),
      Law.of(58, "rules read back as they were written", RecordLaws::readsBack),
      Law.of(59, "how offers are filed and found changes nothing", RecordLaws::filing),
      Law.costing(50, 60, "an order keeps the quote that it was placed by", RecordLaws::stored),
      Law.of(61, "a merchant's lines get the same by themselves", RecordLaws::merchants));

  private static void verdicts(Trial trial) {
    Quote quote = trial.lowered();
    Set<String> subjects = new HashSet<>();
    Set<String> applied = new HashSet<>();
    for (Verdict verdict : quote.verdicts()) {
      trial.require(subjects.add(verdict.subject()), "%s has two verdicts", verdict.subject());
      if (verdict.code() == Verdict.Code.APPLIED || verdict.code() == Verdict.Code.CLAMPED) {
        applied.add(verdict.subject());
      }
    }
    for (Application each : quote.applied()) {
      String name =
          each.offer() + each.merchant().map(merchant -> "@" + merchant).orElse("");
      trial.require(
          applied.contains(name)
              || applied.contains(each.offer().value())
              || trial.offer(each.offer()).isEmpty(),
          "%s is at work, but the verdicts are %s",
          name,
          quote.verdicts());
    }
    trial.requireEqual("discount", Trial.discounts(quote), quote.discount().minor());
  }

  private static void flips(Trial trial) {
    Offer offer = trial.anyOffer();
    var outcome =
        trial.subject.engine().pricing().explain(trial.input, trial.sample.rules(), offer.id());
    trial.assume(outcome.isDone());
    Explanation told = outcome.orThrow();
    trial.assume(told.change().isPresent());
    Counterfactual change = told.change().orElseThrow();
    trial.require(
        !Trial.applies(trial.quote(), offer.id()), "%s applies, yet %s", offer.id(), change);
    trial.require(
        Trial.applies(trial.quote(change.input()), offer.id()),
        "%s does not apply, though %s was said to do it",
        offer.id(),
        change.change());
  }

  private static void readsBack(Trial trial) {
    var promotions = trial.subject.engine().promotions();
    String text = promotions.render(trial.sample.rules());
    Ruleset again = promotions.compose(promotions.parse(text));
    trial.requireEqual("offers", trial.offers, again.offers());
    trial.requireEqual("lanes", trial.sample.rules().lanes(), again.lanes());
    trial.requireEqual("text", text, promotions.render(again));
    trial.requireEqual(
        "digest", trial.quote().digest(), trial.quote(trial.input, again).digest());
  }

  /** Behind two negations no offer can be found by its goods, its buyer or its code: all are tried one by one. */
  private static void filing(Trial trial) {
    Quote found = trial.lowered();
    List<Offer> unfiled = trial.offers.stream()
        .map(offer -> offer.toBuilder()
            .when(hidden(offer.when()))
            .scope(hidden(offer.scope()))
            .build())
        .toList();
    Quote tried = trial.quote(unfiled);
    trial.requireEqual("offers", tried.applied(), found.applied());
    trial.requireEqual("pieces", tried.pieces(), found.pieces());
  }

  private static Criterion hidden(Criterion criterion) {
    return criterion.equals(Criterion.always())
        ? criterion
        : Criterion.not(Criterion.not(criterion));
  }

  private static void stored(Trial trial) {
    Offer free = Offer.of("free", new Effect.Percent(1_000_000)).lane(Lane.ITEM).build();
    LawShop shop = LawShop.open(trial.subject, 1_000, 5, free);
    Quote quote = shop.quote(shop.cart("ann", 1L + trial.random.nextInt(4)));
    Held held = shop.hold(quote).orThrow();
    var orders = trial.subject.engine().orders();
    Order placed = orders
        .place(PlaceOrder.of(quote, held.id()), trial.subject.call(shop.id))
        .orThrow();
    Order found = orders.find(shop.id, placed.id()).orElseThrow();
    trial.requireEqual("digest", quote.digest(), found.quoteDigest());
    trial.requireEqual("ruleset", quote.rulesetHash(), found.rulesetHash());
    trial.requireEqual("total", quote.total(), found.total());
    trial.requireEqual("pieces", quote.pieces().size(), found.pieces().size());
  }

  private static void merchants(Trial trial) {
    List<Offer> own = trial.offers.stream()
        .filter(offer -> offer.lane().equals(Lane.MERCHANT_ORDER))
        .toList();
    trial.assume(!own.isEmpty());
    List<CartLine> lines =
        trial.cart.lines().stream().filter(line -> line.merchant().isPresent()).toList();
    trial.assume(!lines.isEmpty() && lines.size() < trial.cart.lines().size());
    var rules = trial.rulesWithoutPolicy(own);
    Quote together = trial.quote(trial.input.withCart(trial.cart.withCharges(List.of())), rules);
    Quote apart = trial.quote(
        trial.input.withCart(trial.cart.withCharges(List.of()).withLines(lines)), rules);
    trial.assume(Trial.isProven(together, apart));
    trial.assume(own.stream().allMatch(offer -> offer.limits().equals(Limits.NONE)));
    trial.requireEqual("the merchant's offers", ofMerchant(apart), ofMerchant(together));
  }

  private static List<List<Object>> ofMerchant(Quote quote) {
    return quote.applied().stream()
        .filter(each -> each.merchant().filter(name -> !name.isEmpty()).isPresent())
        .map(each -> List.<Object>of(each.offer(), each.base(), each.discount()))
        .toList();
  }
}
