package dev.akinai.core.pricing;

import static dev.akinai.core.pricing.TestCarts.input;
import static dev.akinai.core.pricing.TestCarts.quote;
import static dev.akinai.core.pricing.TestCarts.ruleset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.money.Money;
import dev.akinai.points.EarningRule;
import dev.akinai.pricing.Application;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.Certificate;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.pricing.Share;
import dev.akinai.pricing.Verdict;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Ruleset;
import dev.akinai.promotion.RulesetPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the solver claims, against all sets of up to seven offers (L-PRI-26, 27, 30, 59 and the laws of structure). */
class SolverLawsTest {

  private static final int TRIES = Integer.getInteger("akinai.tries", 1_000);

  @Test
  void provenMeansBest() {
    int applied = 0;
    for (long seed = 1; seed <= TRIES; seed++) {
      var random = new RandomOffers(seed);
      Cart cart = random.plainCart();
      List<Offer> offers = random.offers(7);
      Quote quote = quote(input(cart), rules(offers));
      long best = bruteForce(cart, offers);
      applied += quote.applied().isEmpty() ? 0 : 1;
      if (quote.certificate().proof() == Certificate.Proof.PROVEN) {
        assertThat(quote.payable().minor()).as("seed %d %s", seed, offers).isEqualTo(best);
      } else {
        assertThat(quote.payable().minor() - best)
            .as("seed %d", seed)
            .isBetween(0L, quote.certificate().gap());
      }
    }
    assertThat(applied).isGreaterThan(TRIES / 2);
  }

  private static Ruleset rules(List<Offer> offers) {
    return ruleset(Lane.DEFAULTS, RulesetPolicy.DEFAULT, offers);
  }

  /** The least payable over all sets that can be had together: each set is made mandatory. */
  private static long bruteForce(Cart cart, List<Offer> offers) {
    long best = Long.MAX_VALUE;
    for (int mask = 0; mask < 1 << offers.size(); mask++) {
      var set = new ArrayList<Offer>();
      for (int i = 0; i < offers.size(); i++) {
        if ((mask & 1 << i) != 0) {
          Offer offer = offers.get(i);
          set.add(offer.toBuilder().stacking(offer.stacking().mandatory()).build());
        }
      }
      best = Math.min(best, quote(input(cart), rules(set)).payable().minor());
    }
    return best;
  }

  @Test
  void structureHolds() {
    for (long seed = 1; seed <= TRIES; seed++) {
      var random = new RandomOffers(seed);
      Cart cart = random.cart();
      Quote quote = quote(input(cart), rules(random.offers(12)));
      requireStructure(quote, seed);
    }
  }

  private static void requireStructure(Quote quote, long seed) {
    long goods = 0;
    long list = 0;
    for (QuotePiece piece : quote.pieces()) {
      long shares =
          piece.shares().stream().map(Share::amount).mapToLong(Money::minor).sum();
      assertThat(piece.net().minor())
          .as("seed %d", seed)
          .isBetween(0L, piece.list().minor());
      assertThat(piece.list().minor() - shares)
          .as("seed %d", seed)
          .isEqualTo(piece.net().minor());
      goods += piece.net().minor();
      list += piece.list().minor();
    }
    long charges =
        quote.charges().stream().mapToLong(each -> each.net().minor()).sum();
    long gross = quote.charges().stream()
        .mapToLong(each -> each.charge().amount().minor())
        .sum();
    assertThat(quote.payable().minor()).isEqualTo(goods + charges);
    assertThat(quote.list().minor()).isEqualTo(list + gross);
    long off = quote.applied().stream()
        .map(Application::discount)
        .mapToLong(Money::minor)
        .sum();
    assertThat(quote.discount().minor()).as("seed %d", seed).isEqualTo(off);
    for (Application application : quote.applied()) {
      long placed = quote.pieces().stream()
          .flatMap(piece -> piece.shares().stream())
          .filter(share -> share.offer().equals(application.offer()))
          .mapToLong(share -> share.amount().minor())
          .sum();
      placed += quote.charges().stream()
          .flatMap(charge -> charge.shares().stream())
          .filter(share -> share.offer().equals(application.offer()))
          .mapToLong(share -> share.amount().minor())
          .sum();
      long all = quote.applied().stream()
          .filter(each -> each.offer().equals(application.offer()))
          .mapToLong(each -> each.discount().minor())
          .sum();
      assertThat(placed).as("seed %d %s", seed, application).isEqualTo(all);
      assertThat(application.discount().minor()).isPositive();
    }
    Set<String> subjects = new HashSet<>();
    for (Verdict verdict : quote.verdicts()) {
      assertThat(subjects.add(verdict.subject())).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void interpreterAgrees() {
    for (long seed = 1; seed <= TRIES; seed++) {
      var random = new RandomOffers(seed);
      Cart cart = random.cart();
      var rules = CompiledRules.of(rules(random.offers(10)), Extensions.NONE);
      Quote compiled = Pricer.quote(input(cart), rules, EarningRule.NONE, Judge.COMPILED);
      Quote plain = Pricer.quote(input(cart), rules, EarningRule.NONE, Judge.INTERPRETED);
      assertThat(compiled.digest()).as("seed %d", seed).isEqualTo(plain.digest());
      assertThat(compiled.certificate()).as("seed %d", seed).isEqualTo(plain.certificate());
      assertThat(told(compiled)).as("seed %d", seed).isEqualTo(told(plain));
    }
  }

  /** The index does not even meet an offer whose groups find no unit; the interpreter says that it has no effect. */
  private static List<Verdict> told(Quote quote) {
    return quote.verdicts().stream()
        .filter(verdict -> verdict.code() != Verdict.Code.NO_EFFECT)
        .toList();
  }
}
