package dev.akinai.core.pricing;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes a cart that shows something smaller while it still shows it: drops lines, then takes units away, then takes cheaper goods. It always
 * tries in the same order and stops after so many carts. For one cart and thread.
 */
final class LintShrinker {

  private static final int MOST_CARTS = 40;

  private final List<LintGood> cheaper;
  private final Predicate<LintLines> shows;
  private int left = MOST_CARTS;

  private LintShrinker(List<LintGood> cheaper, Predicate<LintLines> shows) {
    this.cheaper = cheaper;
    this.shows = shows;
  }

  /** The smallest cart found; the given one if none smaller shows it. */
  static LintLines shrink(LintLines lines, List<LintGood> cheaper, Predicate<LintLines> shows) {
    var shrinker = new LintShrinker(cheaper, shows);
    LintLines smallest = lines;
    Optional<LintLines> next = shrinker.smaller(smallest);
    while (next.isPresent()) {
      smallest = next.get();
      next = shrinker.smaller(smallest);
    }
    return smallest;
  }

  private Optional<LintLines> smaller(LintLines lines) {
    return Stream.of(without(lines), fewer(lines), swapped(lines))
        .flatMap(each -> each)
        .filter(each -> !each.isEmpty() && LintLines.SMALLEST.compare(each, lines) < 0)
        .filter(each -> left-- > 0 && shows.test(each))
        .findFirst();
  }

  private static Stream<LintLines> without(LintLines lines) {
    return lines.lines().stream().map(line -> lines.plus(line.good(), -line.units()));
  }

  private static Stream<LintLines> fewer(LintLines lines) {
    return lines.lines().stream()
        .flatMap(line -> Stream.of(1L, line.units() / 2, line.units() - 1)
            .filter(units -> units > 0 && units < line.units())
            .map(units -> lines.plus(line.good(), units - line.units())));
  }

  private Stream<LintLines> swapped(LintLines lines) {
    return lines.lines().stream()
        .flatMap(line -> cheaper.stream()
            .filter(good -> good.price() < line.good().price() && !lines.has(good))
            .map(good -> lines.plus(line.good(), -line.units()).plus(good, line.units())));
  }
}
