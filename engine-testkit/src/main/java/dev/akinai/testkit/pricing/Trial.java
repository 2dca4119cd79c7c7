package dev.akinai.testkit.pricing;

import dev.akinai.base.Outcome;
import dev.akinai.price.PriceList;
import dev.akinai.pricing.Application;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuoteCharge;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.pricing.RefundPlan;
import dev.akinai.pricing.RefundRequest;
import dev.akinai.pricing.Share;
import dev.akinai.promotion.Draft;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.Ruleset;
import dev.akinai.promotion.RulesetPolicy;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** One law on one sample: what it may ask, assume and require. For one thread. */
final class Trial {

  final LawSubject subject;
  final PricingSample sample;
  final PricingInput input;
  final Cart cart;
  final List<Offer> offers;
  final Random random;

  Trial(LawSubject subject, PricingSample sample) {
    this.subject = subject;
    this.sample = sample;
    this.input = sample.input();
    this.cart = input.cart();
    this.offers = sample.rules().offers();
    this.random = new Random(sample.seed());
  }

  /** The law has nothing to say of this sample. */
  static final class NotApplicable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    NotApplicable() {
      super(null, null, false, false);
    }
  }

  /** The law is broken. */
  static final class Broken extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    Broken(String message) {
      super(message, null, false, false);
    }
  }

  void assume(boolean holds) {
    if (!holds) {
      throw new NotApplicable();
    }
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would need a library of its own
  void require(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new Broken(message.formatted(values));
    }
  }

  void requireEqual(String what, Object expected, Object found) {
    require(expected.equals(found), "%s: expected %s, found %s", what, expected, found);
  }

  /** One of the offers, by chance. */
  Offer anyOffer() {
    assume(!offers.isEmpty());
    return offers.get(random.nextInt(offers.size()));
  }

  // --- quotes ----------------------------------------------------------------------------------

  /** The sample's quote; nothing is said of samples that cannot be priced. */
  Quote quote() {
    return quote(input, sample.rules());
  }

  Quote quote(Cart other) {
    return quote(input.withCart(other), sample.rules());
  }

  Quote quote(PricingInput other) {
    return quote(other, sample.rules());
  }

  Quote quote(List<Offer> others) {
    return quote(input, rules(others));
  }

  Quote quote(PricingInput other, Ruleset rules) {
    Outcome<Quote> quote = subject.engine().pricing().evaluate(other, rules);
    assume(quote.isDone());
    return quote.orThrow();
  }

  /** The sample's quote, of which at least one offer takes something off. */
  Quote lowered() {
    Quote quote = quote();
    assume(quote.discount().isPositive());
    return quote;
  }

  /** Some of the sample's offers, or changed ones, in the order in which they are given. */
  Ruleset rules(List<Offer> some) {
    Ruleset rules = sample.rules();
    return new Ruleset(rules.version(), rules.hash(), rules.lanes(), rules.policy(), some);
  }

  /** Offers in the sample's lanes, without caps. */
  Ruleset rulesWithoutPolicy(List<Offer> some) {
    Ruleset rules = sample.rules();
    return new Ruleset(rules.version(), rules.hash(), rules.lanes(), RulesetPolicy.DEFAULT, some);
  }

  /** Offers put in order and checked, in the sample's lanes. */
  Ruleset compose(List<Offer> some) {
    Ruleset rules = sample.rules();
    return subject
        .engine()
        .promotions()
        .compose(new Draft(some, Optional.of(rules.lanes()), Optional.of(rules.policy())));
  }

  RefundPlan refund(Quote frozen, List<RefundPlan> before, RefundRequest request) {
    return subject.engine().pricing().refundPlan(frozen, input, sample.rules(), before, request);
  }

  // --- reading quotes --------------------------------------------------------------------------

  /** An offer of the rules; empty for a price that competes with them, which goes by the id of its list. */
  Optional<Offer> offer(OfferId id) {
    Optional<Offer> offer = offers.stream().filter(each -> each.id().equals(id)).findFirst();
    boolean isPrice = input.prices().values().stream()
        .flatMap(List::stream)
        .anyMatch(each -> each.list().stance() == PriceList.Stance.COMPETE
            && each.list().id().value().equals(id.value()));
    require(offer.isPresent() || isPrice, "%s is at work, but in no rules", id);
    return offer;
  }

  /** The offers at work, each once. */
  List<Offer> applied(Quote quote) {
    return quote.applied().stream()
        .flatMap(each -> offer(each.offer()).stream())
        .distinct()
        .toList();
  }

  static Stream<Share> shares(Quote quote) {
    return Stream.concat(
        quote.pieces().stream().map(QuotePiece::shares).flatMap(List::stream),
        quote.charges().stream().map(QuoteCharge::shares).flatMap(List::stream));
  }

  static long placed(Quote quote, OfferId offer) {
    return shares(quote)
        .filter(share -> share.offer().equals(offer))
        .mapToLong(share -> share.amount().minor())
        .sum();
  }

  static long share(QuotePiece piece, OfferId offer) {
    return piece.shares().stream()
        .filter(share -> share.offer().equals(offer))
        .mapToLong(share -> share.amount().minor())
        .sum();
  }

  static long discount(Quote quote, OfferId offer) {
    return quote.applied().stream()
        .filter(each -> each.offer().equals(offer))
        .mapToLong(each -> each.discount().minor())
        .sum();
  }

  static long discounts(Quote quote) {
    return quote.applied().stream().mapToLong(each -> each.discount().minor()).sum();
  }

  static long goods(Quote quote) {
    return quote.pieces().stream().mapToLong(piece -> piece.net().minor()).sum();
  }

  static long payable(Quote quote) {
    return quote.payable().minor();
  }

  static boolean applies(Quote quote, OfferId offer) {
    return quote.applied().stream().map(Application::offer).anyMatch(offer::equals);
  }

  static boolean isProven(Quote... quotes) {
    return Stream.of(quotes).allMatch(quote -> quote.certificate().gap() == 0);
  }
}
