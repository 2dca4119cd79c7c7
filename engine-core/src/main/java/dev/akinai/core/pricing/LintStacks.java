package dev.akinai.core.pricing;

import dev.akinai.core.promotion.Rules;
import dev.akinai.price.ListedPrice;
import dev.akinai.pricing.Application;
import dev.akinai.pricing.LintCode;
import dev.akinai.pricing.LintFinding;
import dev.akinai.pricing.LintFinding.PricedCart;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.Ruleset;
import dev.akinai.promotion.RulesetPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * W-02: offers that together would pass a cap, go below a floor, or make goods free. Whether they can is decided by the bound of PRICING 5.2:
 * no offer takes more in a stack than alone, of a group no more than its capacity. Only where that bound is too high a cart is priced, with
 * what stops them and without. At most 200 kinds of goods, those with floors first, with at most 24 offers each. Stateless.
 */
final class LintStacks implements LintCheck {

  private static final int MOST_GOODS = 200;
  private static final int MOST_OFFERS = 24;

  /** Offers that can all apply to one cart, with what each takes off alone. */
  private record Stack(
      LintLines lines, PricingInput cart, List<CompiledOffer> rules, List<Long> alone) {

    /** The most they can take off together. */
    long bound() {
      long bound = 0;
      Map<String, List<Long>> groups = new HashMap<>();
      for (int i = 0; i < rules.size(); i++) {
        Optional<String> group = rules.get(i).offer.stacking().group();
        if (group.isEmpty()) {
          bound += alone.get(i);
        } else {
          String name = rules.get(i).laneIndex + " " + group.get();
          groups.computeIfAbsent(name, each -> new ArrayList<>()).add(alone.get(i));
        }
      }
      for (Map.Entry<String, List<Long>> each : groups.entrySet()) {
        String name = each.getKey().substring(each.getKey().indexOf(' ') + 1);
        bound += best(each.getValue(), capacity(name));
      }
      return bound;
    }

    private int capacity(String name) {
      return rules.stream()
          .filter(rule -> rule.offer.stacking().group().filter(name::equals).isPresent())
          .mapToInt(rule -> LintPairs.capacity(rule.lane, name))
          .max()
          .orElse(1);
    }

    private static long best(List<Long> values, int capacity) {
      return values.stream()
          .sorted(Collections.reverseOrder())
          .limit(capacity)
          .mapToLong(Long::longValue)
          .sum();
    }

    LintGood good() {
      return lines.lines().get(0).good();
    }

    long list() {
      return lines.amount();
    }
  }

  @Override
  public Stream<LintFinding> find(LintWorld world) {
    var found = new ArrayList<LintFinding>();
    Set<String> told = new HashSet<>();
    Optional<CompiledRules> uncapped = uncapped(world);
    for (LintGood good : goods(world)) {
      for (Stack stack : stacks(world, good)) {
        Stream.of(
                uncapped.flatMap(free -> overCap(world, stack, free)),
                belowFloor(world, stack),
                free(world, stack))
            .flatMap(Optional::stream)
            .filter(each -> told.add(kind(each)))
            .forEach(found::add);
      }
    }
    return found.stream();
  }

  /** The same offers stopped by the same thing are told once, by the smallest cart. */
  private static String kind(LintFinding finding) {
    return finding.text().substring(0, finding.text().indexOf(':')) + finding.offers();
  }

  private static List<LintGood> goods(LintWorld world) {
    return Stream.concat(
            world.goods.stream().filter(good -> good.floor() > 0),
            world.goods.stream().filter(good -> good.floor() == 0))
        .filter(LintGood::open)
        .limit(MOST_GOODS)
        .toList();
  }

  // --- stacks ----------------------------------------------------------------------------------

  private static List<Stack> stacks(LintWorld world, LintGood good) {
    List<CompiledOffer> rules = world.lowering().stream()
        .filter(rule -> world.covers(rule, good))
        .limit(MOST_OFFERS)
        .toList();
    long most = rules.stream()
        .mapToLong(rule -> world.marks(rule).unitsOf(good).last())
        .max()
        .orElse(1);
    return LongStream.of(1, most)
        .distinct()
        .mapToObj(units -> stack(world, LintLines.of(good, units), rules))
        .filter(stack -> !stack.rules().isEmpty())
        .toList();
  }

  private static Stack stack(LintWorld world, LintLines lines, List<CompiledOffer> rules) {
    PricingInput open = world.input;
    var members = new ArrayList<CompiledOffer>();
    for (CompiledOffer rule : rules) {
      PricingInput wider = LintOpenings.open(open, rule.offer);
      boolean joins = alone(world, rule, lines.in(wider)) > 0;
      if (joins && (wider.equals(open) || allApply(world, members, lines.in(wider)))) {
        open = wider;
        members.add(rule);
      }
    }
    PricingInput cart = lines.in(open);
    PricingInput bare = floorless(cart);
    List<Long> alone =
        members.stream().map(rule -> unbounded(world, rule, bare)).toList();
    return new Stack(lines, cart, members, alone);
  }

  private static boolean allApply(LintWorld world, List<CompiledOffer> members, PricingInput cart) {
    return members.stream().allMatch(rule -> alone(world, rule, cart) > 0);
  }

  /** What an offer would take off if no cap and no floor stopped it. */
  private static long unbounded(LintWorld world, CompiledOffer rule, PricingInput bare) {
    var only = new Ruleset(
        world.ruleset.version(),
        world.ruleset.hash(),
        world.ruleset.lanes().stream().map(LintStacks::uncapped).toList(),
        uncapped(world.ruleset.policy()),
        List.of(rule.offer));
    return LintWorld.quote(bare, CompiledRules.of(only, world.rules.extensions))
        .map(quote -> LintWorld.discount(quote, rule.offer.id()))
        .orElse(0L);
  }

  private static long alone(LintWorld world, CompiledOffer rule, PricingInput cart) {
    return world
        .alone(rule, cart)
        .map(quote -> LintWorld.discount(quote, rule.offer.id()))
        .orElse(0L);
  }

  // --- caps ------------------------------------------------------------------------------------

  private static Optional<CompiledRules> uncapped(LintWorld world) {
    RulesetPolicy policy = world.ruleset.policy();
    List<Lane> lanes = world.ruleset.lanes().stream().map(LintStacks::uncapped).toList();
    RulesetPolicy free = uncapped(policy);
    if (free.equals(policy) && lanes.equals(world.ruleset.lanes())) {
      return Optional.empty();
    }
    Ruleset changed = Rules.of(world.ruleset.version(), world.ruleset.offers(), lanes, free);
    return Optional.of(CompiledRules.of(changed, world.rules.extensions));
  }

  private static RulesetPolicy uncapped(RulesetPolicy policy) {
    return new RulesetPolicy(
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        policy.searchNodes(),
        policy.validFor(),
        policy.rates());
  }

  private static Lane uncapped(Lane lane) {
    return new Lane(
        lane.id(),
        lane.mode(),
        lane.partition(),
        lane.base(),
        lane.threshold(),
        lane.weights(),
        lane.region(),
        lane.groups(),
        lane.pairs(),
        OptionalLong.empty(),
        lane.rounding(),
        lane.rebase());
  }

  private static Optional<LintFinding> overCap(LintWorld world, Stack stack, CompiledRules free) {
    if (stack.bound() <= leastCap(world, stack)) {
      return Optional.empty();
    }
    return world
        .whole(stack.cart())
        .flatMap(held -> world
            .whole(stack.cart(), free)
            .filter(freed -> freed.payable().compareTo(held.payable()) < 0)
            .map(freed -> finding(
                "the offers pass a cap: %s would cost %s, and the cap leaves it at %s"
                    .formatted(stack.lines(), freed.payable(), held.payable()),
                freed,
                List.of(
                    world.priced(stack.cart(), held),
                    new PricedCart(stack.cart(), free.ruleset, freed.payable())))));
  }

  private static long leastCap(LintWorld world, Stack stack) {
    RulesetPolicy policy = world.ruleset.policy();
    Stream<OptionalLong> lanes = stack.rules().stream().map(rule -> rule.lane.capPpm());
    return Stream.concat(
            Stream.of(policy.cartCapPpm(), policy.merchantCapPpm(), policy.bandCapPpm()), lanes)
        .flatMapToLong(OptionalLong::stream)
        .map(ppm -> Exact.floor(stack.list(), ppm, Exact.PPM))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  // --- floors ----------------------------------------------------------------------------------

  private static PricingInput floorless(PricingInput input) {
    return new PricingInput(
        input.cart(),
        input.facts(),
        input.items(),
        input.prices().entrySet().stream()
            .collect(Collectors.toMap(
                Map.Entry::getKey,
                each -> each.getValue().stream()
                    .map(price ->
                        new ListedPrice(price.list(), price.entry().withFloor(Optional.empty())))
                    .toList())),
        input.pricePolicy(),
        input.used(),
        input.coupons(),
        input.tax(),
        input.at());
  }

  private static Optional<LintFinding> belowFloor(LintWorld world, Stack stack) {
    long floor = stack.good().floor() * stack.lines().units();
    if (floor == 0 || stack.bound() <= stack.list() - floor) {
      return Optional.empty();
    }
    PricingInput bare = floorless(stack.cart());
    return world
        .whole(stack.cart())
        .flatMap(held -> world
            .whole(bare)
            .filter(freed -> freed.payable().compareTo(held.payable()) < 0)
            .map(freed -> finding(
                "the offers go below the floor: %s would cost %s, and the floor of %s for each keeps it at %s"
                    .formatted(
                        stack.lines(),
                        freed.payable(),
                        world.money(stack.good().floor()),
                        held.payable()),
                freed,
                List.of(world.priced(stack.cart(), held), world.priced(bare, freed)))));
  }

  // --- free goods ------------------------------------------------------------------------------

  private static Optional<LintFinding> free(LintWorld world, Stack stack) {
    boolean byOne = stack.alone().stream().anyMatch(off -> off >= stack.list());
    if (byOne || stack.bound() < stack.list()) {
      return Optional.empty();
    }
    return world
        .whole(stack.cart())
        .filter(quote -> quote.pieces().stream().allMatch(piece -> piece.net().minor() == 0))
        .filter(quote -> used(quote).size() > 1)
        .map(quote -> finding(
            "the offers make goods free: %s for %s costs nothing once they stack"
                .formatted(stack.lines(), world.money(stack.list())),
            quote,
            List.of(world.priced(stack.cart(), quote))));
  }

  private static LintFinding finding(String text, Quote quote, List<PricedCart> carts) {
    return new LintFinding(
        LintCode.W_02, used(quote), text, Optional.of(new LintFinding.Example(carts)));
  }

  private static List<OfferId> used(Quote quote) {
    return quote.applied().stream()
        .filter(each -> each.discount().minor() > 0)
        .map(Application::offer)
        .distinct()
        .toList();
  }
}
