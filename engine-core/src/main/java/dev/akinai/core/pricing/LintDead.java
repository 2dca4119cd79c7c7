package dev.akinai.core.pricing;

import dev.akinai.pricing.LintCode;
import dev.akinai.pricing.LintFinding;
import dev.akinai.promotion.Offer;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** W-01: offers that are over, and conditions that nothing can meet. Stateless. */
final class LintDead implements LintCheck {

  @Override
  public Stream<LintFinding> find(LintWorld world) {
    return world.rules.offers.stream()
        .flatMap(rule -> fault(rule.offer, world.input.at())
            .map(text -> LintWorld.finding(LintCode.W_01, text, rule))
            .stream());
  }

  private static Optional<String> fault(Offer offer, Instant at) {
    Optional<Instant> end = offer.schedule().endInstant();
    if (end.isPresent() && !at.isBefore(end.get())) {
      return Optional.of(
          "%s is over since %s and never runs again".formatted(offer.id(), end.get()));
    }
    if (neverRuns(offer, at)) {
      return Optional.of("%s has no day and hour on which it runs within 400 days of %s"
          .formatted(offer.id(), at));
    }
    return LintContradiction.in(offer.when())
        .map(why -> "%s never applies: no cart can have %s".formatted(offer.id(), why))
        .or(() -> LintContradiction.in(offer.scope())
            .map(why -> "%s never applies: no goods can have %s".formatted(offer.id(), why)));
  }

  /** A start far ahead is no fault: then the days after it count. */
  private static boolean neverRuns(Offer offer, Instant at) {
    Instant start = offer.schedule().firstInstant().orElse(at);
    return offer.schedule().nextStart(start.isAfter(at) ? start : at).isEmpty();
  }
}
