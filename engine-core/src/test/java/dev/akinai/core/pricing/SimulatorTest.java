package dev.akinai.core.pricing;

import static dev.akinai.core.pricing.TestCarts.CNY;
import static dev.akinai.core.pricing.TestCarts.cart;
import static dev.akinai.core.pricing.TestCarts.cny;
import static dev.akinai.core.pricing.TestCarts.input;
import static dev.akinai.core.pricing.TestCarts.quote;
import static dev.akinai.core.pricing.TestCarts.ruleset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akinai.base.InvalidInputException;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.Simulation;
import dev.akinai.pricing.Simulation.Budgets;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.Ruleset;
import dev.akinai.promotion.RulesetPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Past orders under two rulesets (PRICING 8). */
class SimulatorTest {

  private static final int ORDERS = 60;
  private static final OfferId TEN = new OfferId("ten");

  @Test
  void sumsAreThoseOfTheQuotes() {
    for (long seed = 1; seed <= 6; seed++) {
      List<PricingInput> orders = orders(seed);
      Ruleset before = rules(new RandomOffers(seed).offers(5));
      Ruleset after = rules(new RandomOffers(seed + 1_000).offers(5));
      Simulation simulation = simulate(orders, before, after, Budgets.AS_READ);

      requireSums(simulation.first(), orders, before);
      requireSums(simulation.second(), orders, after);
      long changed = orders.stream()
          .filter(
              each -> !quote(each, before).payable().equals(quote(each, after).payable()))
          .count();
      assertThat(simulation.changed()).isEqualTo(changed);
      assertThat(simulation.unpriced()).isZero();
      requireOrdered(simulation);
    }
  }

  private static void requireSums(Simulation.Side side, List<PricingInput> orders, Ruleset rules) {
    List<Quote> quotes = orders.stream().map(each -> quote(each, rules)).toList();
    Money discounts = Money.sum(
        CNY, side.offers().values().stream().map(Simulation.Use::discount).toList());
    assertThat(side.orders()).isEqualTo(ORDERS);
    assertThat(side.payable())
        .isEqualTo(Money.sum(CNY, quotes.stream().map(Quote::payable).toList()));
    assertThat(side.list())
        .isEqualTo(Money.sum(CNY, quotes.stream().map(Quote::list).toList()));
    assertThat(side.discount()).isEqualTo(discounts);
    assertThat(Money.sum(CNY, List.copyOf(side.borne().values()))).isEqualTo(discounts);
  }

  private static void requireOrdered(Simulation simulation) {
    assertThat(simulation.cheaper() + Math.min(10, simulation.changed() - simulation.cheaper()))
        .isGreaterThanOrEqualTo(simulation.dearest().size());
    assertThat(rises(simulation.dearest())).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(rises(simulation.cheapest())).isSorted();
    assertThat(rises(simulation.dearest())).allMatch(rise -> rise > 0);
    assertThat(rises(simulation.cheapest())).allMatch(rise -> rise < 0);
  }

  private static List<Long> rises(List<Simulation.OrderChange> changes) {
    return changes.stream()
        .map(each -> each.after().minor() - each.before().minor())
        .toList();
  }

  @Test
  void theSameRulesChangeNothing() {
    Ruleset rules = rules(new RandomOffers(7).offers(8));
    Simulation simulation = simulate(orders(7), rules, rules, Budgets.USED_UP);

    assertThat(simulation.changed()).isZero();
    assertThat(simulation.first()).isEqualTo(simulation.second());
    assertThat(simulation.dearest()).isEmpty();
  }

  @Test
  void limitsAreUsedUpByTheEarliest() {
    Ruleset limited = rules(List.of(ten().limits(Limits.total(3)).build()));
    List<PricingInput> orders = IntStream.range(0, 10)
        .mapToObj(i -> input(cart(10_000)).at(TestCarts.NOON.minusSeconds(i)))
        .toList();
    Simulation used = simulate(orders, rules(List.of()), limited, Budgets.USED_UP);
    Simulation read = simulate(orders, rules(List.of()), limited, Budgets.AS_READ);

    assertThat(uses(used).orders()).isEqualTo(3);
    assertThat(used.cheapest().stream().map(Simulation.OrderChange::order))
        .containsExactly(7, 8, 9);
    assertThat(uses(read).orders()).isEqualTo(10);
  }

  @Test
  void aBudgetIsBurntToTheLastCent() {
    Ruleset limited = rules(
        List.of(ten().limits(Limits.budget(cny(2_500), Limits.OnShort.PARTIAL)).build()));
    List<PricingInput> orders =
        IntStream.range(0, 10).mapToObj(i -> input(cart(10_000))).toList();
    Simulation used = simulate(orders, rules(List.of()), limited, Budgets.USED_UP);

    assertThat(uses(used)).isEqualTo(new Simulation.Use(3, cny(2_500)));
  }

  @Test
  void twoCurrenciesAndNoOrdersAreRefused() {
    Ruleset none = rules(List.of());
    var two = List.of(input(cart(1)), input(Cart.in(CurrencyCode.of("JPY"))));

    assertThatThrownBy(() -> simulate(two, none, none, Budgets.AS_READ))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("one currency");
    assertThatThrownBy(() -> simulate(List.of(), none, none, Budgets.AS_READ))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void anOrderThatCannotBePricedIsCountedAndLeftOut() {
    PricingInput priced = input(cart(10_000));
    PricingInput not = priced.withCart(Cart.in(CNY).add("a", 1)); // no list has a price of it
    Ruleset rules = rules(List.of(ten().build()));
    Simulation simulation = simulate(List.of(priced, not), rules, rules, Budgets.AS_READ);

    assertThat(simulation.unpriced()).isEqualTo(1);
    assertThat(simulation.first().list()).isEqualTo(cny(10_000));
  }

  private static Simulation.Use uses(Simulation simulation) {
    return Objects.requireNonNull(simulation.second().offers().get(TEN), "uses");
  }

  private static Offer.Builder ten() {
    return Offer.of(TEN.value(), new Effect.Amount(cny(1_000))).currency(CNY);
  }

  private static List<PricingInput> orders(long seed) {
    return LongStream.range(0, ORDERS)
        .mapToObj(i -> input(new RandomOffers(seed * 1_000 + i).cart()))
        .toList();
  }

  private static Ruleset rules(List<Offer> offers) {
    return ruleset(Lane.DEFAULTS, RulesetPolicy.DEFAULT, new ArrayList<>(offers));
  }

  private static Simulation simulate(
      List<PricingInput> orders, Ruleset first, Ruleset second, Budgets budgets) {
    return Simulator.simulate(
        orders,
        CompiledRules.of(first, Extensions.NONE),
        CompiledRules.of(second, Extensions.NONE),
        budgets);
  }
}
