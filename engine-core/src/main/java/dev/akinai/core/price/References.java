package dev.akinai.core.price;

import dev.akinai.price.PriceHistory;
import dev.akinai.price.PriceHistory.Span;
import dev.akinai.price.ReferencePolicy;
import dev.akinai.price.ReferencePrice;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the price with which a present price may be compared in public (PRICING 2.6). Stateless. */
public final class References {

  private References() {}

  /**
   * The comparison for the price at the end of a history.
   *
   * @param history what everybody paid, up to the present
   * @param policy the market's rule
   * @return the comparison; empty if there is no price now, or was none in the days before
   */
  public static Optional<ReferencePrice> of(PriceHistory history, ReferencePolicy policy) {
    List<Span> spans = history.spans();
    if (spans.isEmpty() || spans.get(spans.size() - 1).to().isPresent()) {
      return Optional.empty();
    }
    Span now = spans.get(spans.size() - 1);
    Instant since = since(spans, policy);
    Instant start = daysBefore(since, policy);
    return spans.stream()
        .filter(each -> each.from().isBefore(since))
        .filter(each -> each.to().orElse(Instant.MAX).isAfter(start))
        .map(Span::price)
        .min(Comparator.naturalOrder())
        .map(lowest -> new ReferencePrice(now.price(), lowest, since, start));
  }

  /** Since when the present price, or the series of growing reductions that led to it, has run unbroken. */
  private static Instant since(List<Span> spans, ReferencePolicy policy) {
    List<Span> backwards = new ArrayList<>(spans);
    Collections.reverse(backwards);
    Span first = backwards.get(0);
    for (Span before : backwards.subList(1, backwards.size())) {
      boolean goesOn = before.to().equals(Optional.of(first.from()))
          && (isSamePrice(before, first) || isSeries(before, first, policy));
      if (!goesOn) {
        break;
      }
      first = before;
    }
    return first.from();
  }

  private static boolean isSamePrice(Span before, Span after) {
    return before.price().compareTo(after.price()) == 0;
  }

  private static boolean isSeries(Span before, Span after, ReferencePolicy policy) {
    return policy.series() == ReferencePolicy.Series.PROGRESSIVE
        && before.isReduced()
        && after.isReduced()
        && after.price().compareTo(before.price()) < 0;
  }

  /** The same time of day so many days earlier on the market's clocks: after a gap if it fell into one, the first pass of an overlap. */
  private static Instant daysBefore(Instant since, ReferencePolicy policy) {
    ZoneId zone = policy.zone();
    LocalDateTime local = since.atZone(zone).toLocalDateTime().minusDays(policy.days());
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return change != null && change.isGap()
        ? change.getInstant()
        : local.toInstant(zone.getRules().getOffset(local));
  }
}
