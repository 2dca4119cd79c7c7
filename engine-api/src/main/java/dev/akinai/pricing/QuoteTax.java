package dev.akinai.pricing;

import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import java.util.List;

/**
 * The tax of a quote. Immutable.
 *
 * @param lines for each taxed piece and charge, and each of its rates, the base and the amount
 * @param added what comes on top of the payable; 0 where prices include tax
 * @param included what the payable includes; 0 where tax comes on top
 */
public record QuoteTax(List<TaxLine> lines, Money added, Money included) {

  /** Copies the lines. */
  public QuoteTax {
    lines = List.copyOf(lines);
  }

  /**
   * No tax.
   *
   * @param currency of the quote
   * @return an empty tax
   */
  public static QuoteTax none(CurrencyCode currency) {
    return new QuoteTax(List.of(), Money.zero(currency), Money.zero(currency));
  }
}
