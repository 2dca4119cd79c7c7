package dev.akinai.pricing;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.money.Rounding;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The taxes that apply to a cart: rates by tax class, and how amounts are rounded (PRICING 10). Levels are never mixed in one invoice.
 * Immutable.
 *
 * @param inclusion whether prices include tax
 * @param level how much is summed before it is rounded
 * @param mode which way it is rounded
 * @param invoices what one invoice covers
 * @param usualClass the class of what names none
 * @param rates by tax class its rates, at most 8; all are taken from the same base; empty for no tax at all
 */
public record TaxTable(
    Inclusion inclusion,
    Level level,
    Rounding mode,
    Invoices invoices,
    String usualClass,
    Map<String, List<TaxRate>> rates) {

  /** The class of what names none, if nothing else is said. */
  public static final String STANDARD = "standard";

  /** No tax. */
  public static final TaxTable NONE = new TaxTable(
      Inclusion.EXCLUSIVE, Level.RATE, Rounding.HALF_UP, Invoices.ONE, STANDARD, Map.of());

  /** Whether prices include tax. */
  public enum Inclusion {
    /** Prices include tax. */
    INCLUSIVE,
    /** Tax comes on top. */
    EXCLUSIVE
  }

  /** How much is summed before it is rounded. */
  public enum Level {
    /** All of an invoice with one rate, as Japan requires. */
    RATE,
    /** All units of a cart that are equal for pricing. */
    LINE,
    /** One unit, then multiplied. */
    UNIT
  }

  /** What one invoice covers. */
  public enum Invoices {
    /** The whole cart. */
    ONE,
    /** The lines of one merchant. */
    PER_MERCHANT
  }

  /** Checks and sorts the rates. */
  public TaxTable {
    Text.requireVisible("tax class", usualClass, 64);
    SortedMap<String, List<TaxRate>> sorted = new TreeMap<>();
    rates.forEach((name, each) ->
        sorted.put(Text.requireVisible("tax class", name, 64), checked(name, each)));
    rates = Collections.unmodifiableSortedMap(sorted);
  }

  private static List<TaxRate> checked(String name, List<TaxRate> rates) {
    if (rates.isEmpty() || rates.size() > 8) {
      throw new InvalidInputException(
          "The tax class (%s) must have 1 to 8 rates, but has %d. Maybe an exempt rate of 0 was meant."
              .formatted(name, rates.size()));
    }
    return List.copyOf(rates);
  }

  /**
   * Japan's qualified invoice: 10 %, and 8 % for the class {@code reduced}; one rounding for each invoice and rate, an invoice for each
   * merchant (Consumption Tax Act, qualified invoices since 2023-10-01).
   *
   * @param inclusion whether prices include tax
   * @param mode the business may choose; FLOOR is usual
   * @return the table
   */
  public static TaxTable japan(Inclusion inclusion, Rounding mode) {
    return new TaxTable(inclusion, Level.RATE, mode, Invoices.PER_MERCHANT, STANDARD, Map.of())
        .with(STANDARD, TaxRate.standard("JP10", 100_000, "JP"))
        .with("reduced", TaxRate.reduced("JP8", 80_000, "JP"));
  }

  /**
   * A member state of the European Union with one standard rate, rounded half up (directive 2006/112/EC leaves the level to the states).
   *
   * @param country two letters
   * @param inclusion whether prices include tax
   * @param level LINE or RATE are usual
   * @param standardPpm the standard rate in parts per million
   * @return the table; add reduced classes with {@link #with}
   */
  public static TaxTable europe(
      String country, Inclusion inclusion, Level level, long standardPpm) {
    return new TaxTable(inclusion, level, Rounding.HALF_UP, Invoices.ONE, STANDARD, Map.of())
        .with(STANDARD, TaxRate.standard(country + "-S", standardPpm, country));
  }

  /**
   * The same table with one more class, or another rate for it.
   *
   * @param taxClass its name
   * @param all its rates
   * @return a changed copy
   */
  public TaxTable with(String taxClass, TaxRate... all) {
    Map<String, List<TaxRate>> copy = new HashMap<>(rates);
    copy.put(taxClass, List.of(all));
    return new TaxTable(inclusion, level, mode, invoices, usualClass, copy);
  }
}
