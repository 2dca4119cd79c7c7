package dev.akinai.pricing;

import dev.akinai.money.Money;
import dev.akinai.promotion.RefundTerms;
import java.util.List;

/**
 * What goes back for units, gifts and charges that come back, to the last minor unit, by the order's own quote (PRICING 11). A preview: nothing
 * is written. The plans that were carried out, in their order, are what the next plan starts from. Immutable.
 *
 * <p>Under KEEP, {@code amount} is the sum of {@code net} over pieces and charges, and of their tax where it came on top. Under WITHHOLD it is
 * less by what is withheld more, or more by what is released. Under REPRICE it is the difference of two prices of the whole order.
 *
 * @param policy how it was computed; one offer with REPRICE makes it REPRICE for the whole order
 * @param pieces what is reversed of the goods; under REPRICE also of pieces that stay, with a quantity of 0
 * @param charges what is reversed of the charges; their quantity counts minor units, or is 1 where nothing was paid
 * @param gifts the gifts that come back
 * @param amount what goes back, with tax, over all tenders; 0 or more
 * @param tenders the part of it that goes back as points or as the deposit
 * @param cash the rest of it
 * @param withheld what stays withheld after this plan: for gifts that stay, or for want of cash
 * @param shortfall by how much the buyer would owe more for what is kept; never collected, later returns make it up
 */
public record RefundPlan(
    RefundTerms.Policy policy,
    List<Back> pieces,
    List<Back> charges,
    List<RefundRequest.Gifts> gifts,
    Money amount,
    List<TenderPart> tenders,
    Money cash,
    Money withheld,
    Money shortfall) {

  /**
   * What is reversed of one piece or charge.
   *
   * @param id the cart line or charge
   * @param run the run of the piece, or -1 for a charge
   * @param from how many of its units went back before
   * @param quantity how many go back now
   * @param net what was paid for them, before exclusive tax
   * @param shares the reductions that are reversed, by offer and party, without zeros
   * @param tax the tax that is reversed, by rate, each with the base it goes with
   */
  public record Back(
      String id,
      int run,
      long from,
      long quantity,
      Money net,
      List<Share> shares,
      List<TaxLine> tax) {
    /** Copies the lists. */
    public Back {
      shares = List.copyOf(shares);
      tax = List.copyOf(tax);
    }
  }

  /** Copies the lists. */
  public RefundPlan {
    pieces = List.copyOf(pieces);
    charges = List.copyOf(charges);
    gifts = List.copyOf(gifts);
    tenders = List.copyOf(tenders);
  }
}
