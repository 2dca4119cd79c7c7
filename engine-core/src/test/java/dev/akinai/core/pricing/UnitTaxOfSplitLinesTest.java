package dev.akinai.core.pricing;

import static dev.akinai.core.pricing.TestCarts.CNY;
import static dev.akinai.core.pricing.TestCarts.cny;
import static dev.akinai.core.pricing.TestCarts.input;
import static dev.akinai.core.pricing.TestCarts.quote;
import static dev.akinai.core.pricing.TestCarts.ruleset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.money.Money;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.TaxTable;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.RulesetPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tax for each unit once depended on how lines held the units of a run (found by L-PRI-16). */
class UnitTaxOfSplitLinesTest {

  private static final TaxTable PER_UNIT =
      TaxTable.europe("IT", TaxTable.Inclusion.EXCLUSIVE, TaxTable.Level.UNIT, 220_000);
  private static final Offer TWO_OFF =
      Offer.of("two", new Effect.Amount(cny(2))).currency(CNY).lane(Lane.ITEM).build();

  @Test
  void splittingALineChangesNoTax() {
    for (long price = 1; price <= 200; price++) {
      Money whole = tax(Cart.in(CNY).add(line("l", 5, price)));
      Money split = tax(Cart.in(CNY).add(line("l1", 2, price)).add(line("l2", 3, price)));
      assertThat(split).as("price %d", price).isEqualTo(whole);
    }
  }

  private static CartLine line(String id, long quantity, long price) {
    return CartLine.of(id, "a", quantity).at(cny(price));
  }

  private static Money tax(Cart cart) {
    var rules = ruleset(Lane.DEFAULTS, RulesetPolicy.DEFAULT, List.of(TWO_OFF));
    return quote(input(cart).taxed(PER_UNIT), rules).tax().added();
  }
}
