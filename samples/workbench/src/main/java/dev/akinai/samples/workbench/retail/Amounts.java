package dev.akinai.samples.workbench.retail;

import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;

/** The file's money: pounds with three decimals, since some of its prices have three. Nothing is ever rounded. Stateless. */
final class Amounts {

  /** A pound of a thousand parts, declared by the host. */
  static final CurrencyCode POUND = CurrencyCode.declared("GBP", 3);

  private Amounts() {}

  static Money money(long thousandths) {
    return Money.of(POUND, thousandths);
  }

  /** With exactly three decimals, as in the file of expected figures. */
  static String text(long thousandths) {
    long size = Math.abs(thousandths);
    return "%s%d.%03d".formatted(thousandths < 0 ? "-" : "", size / 1_000, size % 1_000);
  }
}
