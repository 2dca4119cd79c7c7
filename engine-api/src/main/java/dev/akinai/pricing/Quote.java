package dev.akinai.pricing;

import dev.akinai.member.MemberId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.quota.Demand;
import dev.akinai.stock.HoldRequest;
import dev.akinai.stock.StockLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a cart costs, to the last minor unit, with every reason. It promises the price until it expires and keeps no units. Immutable.
 *
 * <p>The sum of {@code net} over pieces and charges is {@code payable}; the sum of their list amounts less all discounts is the same (L-PRI-04).
 *
 * @param digest SHA-256 of its content without verdicts and expiry, in hex: equal quotes have equal digests
 * @param rulesetVersion which ruleset priced it
 * @param rulesetHash the ruleset's hash
 * @param currency of every amount
 * @param buyer who asked, or empty for a guest
 * @param at the instant for which it was priced
 * @param expiresAt until when it is honoured, exclusive
 * @param pieces what is bought: by band, run and line
 * @param charges what is paid beside the goods
 * @param applied the offers at work, in the order in which they were applied
 * @param verdicts one for each offer that could matter and each code
 * @param certificate whether the combination of offers is proven to be the best
 * @param cells the uses of offers and codes and the budget that placing it takes
 * @param coupons the coupons that work once and that placing it uses
 * @param tax the tax of each piece and charge, and the sums that an invoice shows
 * @param tenders what points and deposits pay of the total
 * @param list goods and charges before cart offers
 * @param payable goods and charges after all offers, before exclusive tax
 * @param points what paying it would earn
 */
public record Quote(
    String digest,
    long rulesetVersion,
    String rulesetHash,
    CurrencyCode currency,
    Optional<MemberId> buyer,
    Instant at,
    Instant expiresAt,
    List<QuotePiece> pieces,
    List<QuoteCharge> charges,
    List<Application> applied,
    List<Verdict> verdicts,
    Certificate certificate,
    List<Demand> cells,
    List<CouponUse> coupons,
    QuoteTax tax,
    List<TenderPart> tenders,
    Money list,
    Money payable,
    long points) {

  /** Copies the lists. */
  public Quote {
    pieces = List.copyOf(pieces);
    charges = List.copyOf(charges);
    applied = List.copyOf(applied);
    verdicts = List.copyOf(verdicts);
    cells = List.copyOf(cells);
    coupons = List.copyOf(coupons);
    tenders = List.copyOf(tenders);
  }

  /**
   * What the tenders must cover.
   *
   * @return payable plus exclusive tax
   */
  public Money total() {
    return payable.plus(tax.added());
  }

  /**
   * All that offers take off.
   *
   * @return list less payable, 0 or more
   */
  public Money discount() {
    return list.minus(payable);
  }

  /**
   * Everything scarce that this quote needs, for one hold: goods, gifts, uses, budgets.
   *
   * @return a request for 15 minutes, for the quote's buyer
   */
  public HoldRequest holdRequest() {
    var goods = new ArrayList<StockLine>();
    pieces.forEach(piece -> goods.add(new StockLine(piece.sku(), piece.quantity())));
    for (Application application : applied) {
      if (application.benefit().orElse(null) instanceof Benefits.Gifts gifts) {
        gifts.skus().forEach(sku -> goods.add(new StockLine(sku, 1)));
      }
    }
    return new HoldRequest(
        goods, cells, HoldRequest.DEFAULT_TTL, Optional.empty(), buyer, Optional.of(digest));
  }

  /**
   * The quote as a receipt with its reasons, for people.
   *
   * @return lines that end with a line break
   */
  public String receipt() {
    return Receipt.of(this);
  }
}
