package dev.akinai.core.pricing;

import dev.akinai.core.base.Hashes;
import dev.akinai.core.json.RecordJson;
import dev.akinai.member.MemberId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.pricing.Application;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.quota.Demand;
import java.util.List;
import java.util.Optional;

/** Hashes what a quote says, without its verdicts and times, so that equal quotes have equal digests (L-PRI-12, 19). Stateless. */
public final class QuoteDigest {

  private QuoteDigest() {}

  /** What is hashed. */
  public record Content(
      String rulesetHash,
      CurrencyCode currency,
      Optional<MemberId> buyer,
      List<QuotePiece> pieces,
      List<Application> applied,
      List<Demand> cells,
      Money list,
      Money payable,
      long points) {}

  /** The digest that a quote's content gives. */
  public static String of(Quote quote) {
    var content = new Content(
        quote.rulesetHash(),
        quote.currency(),
        quote.buyer(),
        quote.pieces(),
        quote.applied(),
        quote.cells(),
        quote.list(),
        quote.payable(),
        quote.points());
    return Hashes.sha256(RecordJson.write(content));
  }

  static Quote seal(Quote quote) {
    return new Quote(
        of(quote),
        quote.rulesetVersion(),
        quote.rulesetHash(),
        quote.currency(),
        quote.buyer(),
        quote.at(),
        quote.expiresAt(),
        quote.pieces(),
        quote.applied(),
        quote.verdicts(),
        quote.cells(),
        quote.list(),
        quote.payable(),
        quote.points());
  }
}
