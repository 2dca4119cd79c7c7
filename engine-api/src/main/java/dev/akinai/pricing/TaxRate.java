package dev.akinai.pricing;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;

/**
 * One rate of tax, and why it is what it is, so that a zero explains itself (PRICING 10). Immutable.
 *
 * @param code how invoices name it, 1 to 64 visible characters
 * @param ppm parts per million, 0 to 1,000,000; 0 for every reason but STANDARD and REDUCED
 * @param jurisdiction who levies it
 * @param reason why this rate
 */
public record TaxRate(String code, long ppm, String jurisdiction, Reason reason) {

  /** Why a rate is what it is. */
  public enum Reason {
    /** The usual rate. */
    STANDARD,
    /** A lower rate for these goods. */
    REDUCED,
    /** Taxed at nothing, so that the seller still gets back the tax of what was bought for it. */
    ZERO,
    /** Not taxed by law. */
    EXEMPT,
    /** The buyer owes the tax. */
    REVERSE_CHARGE,
    /** Beyond the tax's reach. */
    OUT_OF_SCOPE
  }

  /** Checks the names and the rate. */
  public TaxRate {
    Text.requireVisible("tax rate", code, 64);
    Text.requireVisible("jurisdiction", jurisdiction, 64);
    if (ppm < 0 || ppm > 1_000_000) {
      throw new InvalidInputException(
          "The tax rate %s (%d ppm) must be 0 to 1,000,000. Maybe 19 %% was meant: 190000."
              .formatted(code, ppm));
    }
    if (ppm > 0 && reason != Reason.STANDARD && reason != Reason.REDUCED) {
      throw new InvalidInputException(
          "The tax rate %s (%d ppm) must be 0, as it is %s. Maybe it is a reduced rate."
              .formatted(code, ppm, reason));
    }
  }

  /**
   * A standard rate.
   *
   * @param code how invoices name it
   * @param ppm parts per million
   * @param jurisdiction who levies it
   * @return the rate
   */
  public static TaxRate standard(String code, long ppm, String jurisdiction) {
    return new TaxRate(code, ppm, jurisdiction, Reason.STANDARD);
  }

  /**
   * A reduced rate.
   *
   * @param code how invoices name it
   * @param ppm parts per million
   * @param jurisdiction who levies it
   * @return the rate
   */
  public static TaxRate reduced(String code, long ppm, String jurisdiction) {
    return new TaxRate(code, ppm, jurisdiction, Reason.REDUCED);
  }

  /**
   * A rate of nothing that says why.
   *
   * @param code how invoices name it
   * @param jurisdiction who would levy it
   * @param reason why nothing is levied
   * @return the rate
   */
  public static TaxRate none(String code, String jurisdiction, Reason reason) {
    return new TaxRate(code, 0, jurisdiction, reason);
  }
}
