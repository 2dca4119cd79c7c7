package dev.akinai.core.pricing;

import dev.akinai.base.InvalidInputException;
import dev.akinai.core.base.RefusedInside;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.points.EarningRule;
import dev.akinai.pricing.Application;
import dev.akinai.pricing.Certificate;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.Share;
import dev.akinai.pricing.Simulation;
import dev.akinai.pricing.Simulation.Budgets;
import dev.akinai.pricing.Simulation.OrderChange;
import dev.akinai.promotion.OfferId;
import dev.akinai.quota.Cell;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.Demand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Prices orders again under two rulesets (PRICING 8). For one simulation and thread. */
final class Simulator {

  private static final int SHOWN = 10;
  private static final Comparator<OrderChange> RISE = Comparator.comparingLong(
          (OrderChange each) -> each.after().minor() - each.before().minor())
      .reversed()
      .thenComparing(OrderChange::order);
  private static final Comparator<OrderChange> FALL = Comparator.comparingLong(
          (OrderChange each) -> each.after().minor() - each.before().minor())
      .thenComparing(OrderChange::order);

  private final List<PricingInput> orders;
  private final Budgets budgets;
  private final CurrencyCode currency;

  private Simulator(List<PricingInput> orders, Budgets budgets) {
    this.orders = orders;
    this.budgets = budgets;
    this.currency = orders.get(0).cart().currency();
  }

  static Simulation simulate(
      List<PricingInput> orders, CompiledRules first, CompiledRules second, Budgets budgets) {
    Set<CurrencyCode> currencies = new HashSet<>();
    orders.forEach(each -> currencies.add(each.cart().currency()));
    if (currencies.size() != 1) {
      throw new InvalidInputException(
          "The orders (%d in %s) must be at least one, all in one currency. Maybe simulate each currency by itself."
              .formatted(orders.size(), currencies));
    }
    return new Simulator(orders, budgets).simulate(first, second);
  }

  private Simulation simulate(CompiledRules first, CompiledRules second) {
    var before = new Side(first);
    var after = new Side(second);
    var changes = new ArrayList<OrderChange>();
    long unpriced = 0;
    for (int i : inOrder()) {
      Optional<Quote> one = before.quote(orders.get(i));
      Optional<Quote> other = after.quote(orders.get(i));
      if (one.isEmpty() || other.isEmpty()) {
        unpriced++;
        continue;
      }
      before.add(one.get());
      after.add(other.get());
      if (!one.get().payable().equals(other.get().payable())) {
        changes.add(new OrderChange(i, one.get().payable(), other.get().payable()));
      }
    }
    return new Simulation(
        before.sums(),
        after.sums(),
        changes.size(),
        changes.stream().filter(Simulator::isCheaper).count(),
        unpriced,
        changes.stream()
            .filter(each -> !isCheaper(each))
            .sorted(RISE)
            .limit(SHOWN)
            .toList(),
        changes.stream().filter(Simulator::isCheaper).sorted(FALL).limit(SHOWN).toList());
  }

  private static boolean isCheaper(OrderChange each) {
    return each.after().compareTo(each.before()) < 0;
  }

  private int[] inOrder() {
    Comparator<Integer> byInstant = Comparator.comparing(i -> orders.get(i).at());
    return IntStream.range(0, orders.size())
        .boxed()
        .sorted(budgets == Budgets.USED_UP ? byInstant : Comparator.naturalOrder())
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** One ruleset's quotes and sums. */
  private final class Side {
    private final CompiledRules rules;
    private final Map<CellKey, Cell> used = new HashMap<>();
    private final Map<OfferId, Simulation.Use> offers =
        new TreeMap<>(Comparator.comparing(OfferId::value));
    private final Map<String, Money> borne = new TreeMap<>();
    private long count;
    private long proven;
    private Money list = Money.zero(currency);
    private Money payable = Money.zero(currency);

    Side(CompiledRules rules) {
      this.rules = rules;
    }

    Optional<Quote> quote(PricingInput order) {
      try {
        PricingInput input = budgets == Budgets.USED_UP ? withUsed(order) : order;
        return Optional.of(Pricer.quote(input, rules, EarningRule.NONE));
      } catch (RefusedInside refused) {
        return Optional.empty();
      }
    }

    /** Only the cells that the order can look at; there may be one for each buyer. */
    private PricingInput withUsed(PricingInput order) {
      Set<CellKey> looked = Reach.of(order, rules).cells;
      return order.withUsed(looked.stream()
          .flatMap(key -> Optional.ofNullable(used.get(key)).stream())
          .toList());
    }

    void add(Quote quote) {
      count++;
      proven += quote.certificate().proof() == Certificate.Proof.PROVEN ? 1 : 0;
      list = list.plus(quote.list());
      payable = payable.plus(quote.payable());
      quote.applied().forEach(this::add);
      quote.pieces().forEach(piece -> piece.shares().forEach(this::add));
      quote.charges().forEach(charge -> charge.shares().forEach(this::add));
      quote.cells().forEach(this::use);
    }

    private void add(Application each) {
      offers.merge(
          each.offer(),
          new Simulation.Use(1, each.discount()),
          (one, other) -> new Simulation.Use(
              one.orders() + other.orders(), one.discount().plus(other.discount())));
    }

    private void add(Share share) {
      borne.merge(share.party(), share.amount(), Money::plus);
    }

    private void use(Demand demand) {
      used.merge(
          demand.cell(),
          new Cell(demand.cell(), 0, 0, demand.quantity(), 0, 0, 0, 1),
          (one, more) -> new Cell(one.key(), 0, 0, one.consumed() + more.consumed(), 0, 0, 0, 1));
    }

    Simulation.Side sums() {
      return new Simulation.Side(
          count, list, payable, Map.copyOf(offers), Map.copyOf(borne), proven);
    }
  }
}
