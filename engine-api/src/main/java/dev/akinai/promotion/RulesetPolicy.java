package dev.akinai.promotion;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.money.Ratio;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What holds for all offers of a ruleset: how far they may add up, how long a quote lasts, how hard a search tries. Immutable.
 *
 * @param cartCapPpm the most that all offers take off a cart's goods, in parts per million of list, or empty
 * @param merchantCapPpm the same for each merchant's lines
 * @param bandCapPpm the same for each band
 * @param searchNodes how many nodes the search for the best combination may visit in one quote, 100 to 10,000,000
 * @param validFor how long a quote is honoured, 1 second to 7 days
 * @param rates for offers in another currency, by pair such as {@code USD/EUR}: how much one unit of the first is in the second; an offer
 *     without a rate does not apply
 */
public record RulesetPolicy(
    OptionalLong cartCapPpm,
    OptionalLong merchantCapPpm,
    OptionalLong bandCapPpm,
    int searchNodes,
    Duration validFor,
    Map<String, Ratio> rates) {

  /** No caps, 20,000 nodes, quotes of 30 minutes, no rates. */
  public static final RulesetPolicy DEFAULT = new RulesetPolicy(
      OptionalLong.empty(),
      OptionalLong.empty(),
      OptionalLong.empty(),
      20_000,
      Duration.ofMinutes(30),
      Map.of());

  /** Checks the ranges and sorts the rates. */
  public RulesetPolicy {
    requireRate("cart cap", cartCapPpm);
    requireRate("merchant cap", merchantCapPpm);
    requireRate("band cap", bandCapPpm);
    if (searchNodes < 100 || searchNodes > 10_000_000) {
      throw new InvalidInputException(
          "The search nodes (" + searchNodes + ") must be 100 to 10,000,000. Maybe use 20000.");
    }
    if (validFor.compareTo(Duration.ofSeconds(1)) < 0
        || validFor.compareTo(Duration.ofDays(7)) > 0) {
      throw new InvalidInputException(
          "The validity of quotes (" + validFor + ") must be 1 second to 7 days. Maybe use PT30M.");
    }
    rates.forEach(RulesetPolicy::requireRate);
    rates = Collections.unmodifiableSortedMap(new TreeMap<>(rates));
  }

  private static void requireRate(String field, OptionalLong ppm) {
    if (ppm.orElse(0) < 0 || ppm.orElse(0) > 1_000_000) {
      throw new InvalidInputException(
          "The %s (%d ppm) must be 0 to 1,000,000. Maybe 70 %% was meant: 700000."
              .formatted(field, ppm.getAsLong()));
    }
  }

  private static void requireRate(String pair, Ratio rate) {
    Text.requireVisible("pair of currencies", pair, 20);
    if (rate.compareTo(Ratio.ZERO) <= 0) {
      throw new InvalidInputException(
          "The rate (%s) of %s must be more than 0. Maybe swap the pair.".formatted(rate, pair));
    }
  }
}
