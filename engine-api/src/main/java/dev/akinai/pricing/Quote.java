package dev.akinai.pricing;

import dev.akinai.member.MemberId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.quota.Demand;
import dev.akinai.stock.HoldRequest;
import dev.akinai.stock.StockLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a cart costs, to the last minor unit, with every reason. It promises the price until it expires and keeps no units. Immutable.
 *
 * <p>The sum of {@code net} over the pieces is {@code payable}; the sum of {@code list} less the sum of all discounts is the same.
 *
 * @param digest SHA-256 of its content without verdicts and times, in hex: equal quotes have equal digests
 * @param rulesetVersion which ruleset priced it
 * @param rulesetHash the ruleset's hash
 * @param currency of every amount
 * @param buyer who asked, or empty for a guest
 * @param at the instant for which it was priced
 * @param expiresAt until when it is honoured, exclusive
 * @param pieces what is bought, in the order of the cart
 * @param applied the offers at work, in the order in which they were applied
 * @param verdicts one for each offer that could matter and each code
 * @param cells the uses of offers and codes that placing it takes
 * @param list before any offer
 * @param payable after all offers
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
    List<Application> applied,
    List<Verdict> verdicts,
    List<Demand> cells,
    Money list,
    Money payable,
    long points) {

  /** Copies the lists. */
  public Quote {
    pieces = List.copyOf(pieces);
    applied = List.copyOf(applied);
    verdicts = List.copyOf(verdicts);
    cells = List.copyOf(cells);
  }

  /**
   * What the tenders must cover.
   *
   * @return payable plus exclusive tax
   */
  public Money total() {
    return payable;
  }

  /**
   * Everything scarce that this quote needs, for one hold.
   *
   * @return a request for 15 minutes, for the quote's buyer
   */
  public HoldRequest holdRequest() {
    var goods = pieces.stream()
        .map(piece -> new StockLine(piece.sku(), piece.quantity()))
        .toList();
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
