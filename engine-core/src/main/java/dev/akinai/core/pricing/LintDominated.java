package dev.akinai.core.pricing;

import dev.akinai.criteria.Criterion;
import dev.akinai.pricing.LintCode;
import dev.akinai.pricing.LintFinding;
import dev.akinai.pricing.PricingInput;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * W-01: offers whose place another offer of their group always takes, since the group has one place, the other applies whenever they do, on
 * the same goods, and gives no less (PRICING 5.3). Each offer is compared with at most 50 others. Stateless.
 */
final class LintDominated implements LintCheck {

  private static final int MOST_RIVALS = 50;

  @Override
  public Stream<LintFinding> find(LintWorld world) {
    Map<String, List<CompiledOffer>> groups = new LinkedHashMap<>();
    for (CompiledOffer rule : world.rules.offers) {
      rule.offer
          .stacking()
          .group()
          .filter(name -> LintPairs.capacity(rule.lane, name) == 1)
          .ifPresent(name -> groups
              .computeIfAbsent(rule.laneIndex + " " + name, each -> new ArrayList<>())
              .add(rule));
    }
    return groups.values().stream()
        .flatMap(group -> group.stream()
            .flatMap(
                rule -> rival(rule, group).map(rival -> finding(world, rule, rival)).stream()));
  }

  private static Optional<CompiledOffer> rival(CompiledOffer rule, List<CompiledOffer> group) {
    return group.stream()
        .filter(other -> other.index != rule.index)
        .limit(MOST_RIVALS)
        .filter(other -> comesFirst(other, rule) && isThereToo(other.offer, rule.offer))
        .findFirst();
  }

  /** In a lane that tries nothing the earlier offer has the place; else the one that takes more off. */
  private static boolean comesFirst(CompiledOffer other, CompiledOffer rule) {
    if (rule.isMandatory()) {
      return other.isMandatory() && other.index < rule.index;
    }
    boolean inOrder = rule.lane.mode() == Lane.Mode.ALL || rule.lane.mode() == Lane.Mode.FIRST;
    return inOrder
        ? other.index < rule.index && other.lowersPrices
        : givesNoLess(other.offer, rule.offer)
            && (other.index < rule.index || !givesNoLess(rule.offer, other.offer));
  }

  private static boolean givesNoLess(Offer other, Offer rule) {
    return other.amounts().equals(rule.amounts())
        && other.funding().equals(rule.funding())
        && givesNoLess(other.effect(), rule.effect());
  }

  private static boolean givesNoLess(Effect other, Effect rule) {
    if (other instanceof Effect.Percent a && rule instanceof Effect.Percent b) {
      return a.ppm() >= b.ppm() && a.maxUnits().equals(b.maxUnits()) && a.pick() == b.pick();
    }
    if (other instanceof Effect.Amount a && rule instanceof Effect.Amount b) {
      return a.off().minor() >= b.off().minor();
    }
    if (other instanceof Effect.UnitAmount a && rule instanceof Effect.UnitAmount b) {
      return a.off().minor() >= b.off().minor()
          && a.maxUnits().equals(b.maxUnits())
          && a.per() == b.per()
          && a.pick() == b.pick();
    }
    if (other instanceof Effect.UnitPrice a && rule instanceof Effect.UnitPrice b) {
      return a.price().minor() <= b.price().minor();
    }
    if (other instanceof Effect.Every a && rule instanceof Effect.Every b) {
      return a.threshold().equals(b.threshold())
          && a.off().minor() >= b.off().minor()
          && a.maxTimes().equals(b.maxTimes());
    }
    return other.equals(rule);
  }

  /** Whether one offer applies wherever another does, and always has. */
  private static boolean isThereToo(Offer other, Offer rule) {
    return other.scope().equals(rule.scope())
        && other.charges().equals(rule.charges())
        && (other.when().equals(Criterion.always()) || other.when().equals(rule.when()))
        && (other.code().isEmpty() || other.code().equals(rule.code()))
        && other.limits().equals(Limits.NONE)
        && (other.currency().isEmpty() || other.currency().equals(rule.currency()))
        && other.stacking().exclusive().isEmpty()
        && other.stacking().excludes().equals(rule.stacking().excludes())
        && covers(other.schedule(), rule.schedule());
  }

  private static boolean covers(Schedule other, Schedule rule) {
    if (other.equals(rule) || other.equals(Schedule.ALWAYS)) {
      return true;
    }
    boolean wholeDays =
        other.days().isEmpty() && other.daily().isEmpty() && other.except().isEmpty();
    boolean from = other
        .firstInstant()
        .map(start -> rule.firstInstant().filter(each -> !each.isBefore(start)).isPresent())
        .orElse(true);
    boolean to = other
        .endInstant()
        .map(end -> rule.endInstant().filter(each -> !each.isAfter(end)).isPresent())
        .orElse(true);
    return wholeDays && from && to;
  }

  private static LintFinding finding(LintWorld world, CompiledOffer rule, CompiledOffer rival) {
    String text = "%s never applies: %s is in the same group, applies whenever it does, and %s"
        .formatted(rule.offer.id(), rival.offer.id(), benefits(rival.offer, rule.offer));
    PricingInput open = LintOpenings.open(world.open(rule), rival.offer);
    return new LintTrials(world, rival)
        .starts().stream()
            .limit(LintWorld.TRIES)
            .flatMap(lines -> world
                .whole(lines.in(open))
                .filter(quote -> LintWorld.discount(quote, rival.offer.id()) > 0
                    && LintWorld.discount(quote, rule.offer.id()) == 0)
                .map(quote -> world.priced(lines.in(open), quote))
                .stream())
            .findFirst()
            .map(cart -> LintWorld.finding(LintCode.W_01, text, List.of(cart), rule, rival))
            .orElseGet(() -> LintWorld.finding(LintCode.W_01, text, rule, rival));
  }

  private static String benefits(Offer rival, Offer rule) {
    return givesNoLess(rival, rule)
        ? "gives no less (%s against %s)".formatted(shown(rival.effect()), shown(rule.effect()))
        : "comes first";
  }

  private static String shown(Effect effect) {
    if (effect instanceof Effect.Percent percent) {
      return percent.ppm() + " ppm";
    }
    if (effect instanceof Effect.Amount amount) {
      return amount.off().toString();
    }
    if (effect instanceof Effect.UnitAmount amount) {
      return amount.off() + " for each unit";
    }
    if (effect instanceof Effect.UnitPrice price) {
      return "a price of " + price.price();
    }
    return effect instanceof Effect.Every every
        ? every.off() + " for every " + every.threshold()
        : "the same effect";
  }
}
