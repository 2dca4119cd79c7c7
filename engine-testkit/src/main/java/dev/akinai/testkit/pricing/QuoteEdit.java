package dev.akinai.testkit.pricing;

import dev.akinai.money.Money;
import dev.akinai.pricing.Application;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.pricing.Share;
import dev.akinai.pricing.Verdict;
import dev.akinai.quota.Demand;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A quote with something changed, as a wrong engine would give it. For one thread. */
final class QuoteEdit {

  private final Quote quote;
  private String digest;
  private List<QuotePiece> pieces;
  private List<Application> applied;
  private List<Verdict> verdicts;
  private List<Demand> cells;
  private Money list;
  private Money payable;

  QuoteEdit(Quote quote) {
    this.quote = quote;
    this.digest = quote.digest();
    this.pieces = quote.pieces();
    this.applied = quote.applied();
    this.verdicts = quote.verdicts();
    this.cells = quote.cells();
    this.list = quote.list();
    this.payable = quote.payable();
  }

  QuoteEdit digest(String other) {
    digest = other;
    return this;
  }

  QuoteEdit pieces(UnaryOperator<QuotePiece> change) {
    pieces = pieces.stream().map(change).toList();
    return this;
  }

  QuoteEdit applied(List<Application> others) {
    applied = others;
    return this;
  }

  QuoteEdit verdicts(List<Verdict> others) {
    verdicts = others;
    return this;
  }

  QuoteEdit list(Money other) {
    list = other;
    return this;
  }

  QuoteEdit with(Demand more) {
    cells = new ArrayList<>(cells);
    cells.add(more);
    return this;
  }

  /** Sums the nets anew. */
  QuoteEdit summed() {
    long goods = pieces.stream().mapToLong(piece -> piece.net().minor()).sum();
    long charges =
        quote.charges().stream().mapToLong(each -> each.net().minor()).sum();
    payable = Money.of(quote.currency(), goods + charges);
    return this;
  }

  Quote done() {
    return new Quote(
        digest,
        quote.rulesetVersion(),
        quote.rulesetHash(),
        quote.currency(),
        quote.buyer(),
        quote.at(),
        quote.expiresAt(),
        pieces,
        quote.charges(),
        applied,
        verdicts,
        quote.certificate(),
        cells,
        quote.coupons(),
        quote.tax(),
        quote.tenders(),
        list,
        payable,
        quote.points());
  }

  static QuotePiece with(QuotePiece piece, Money net, List<Share> shares) {
    return new QuotePiece(
        piece.line(),
        piece.band(),
        piece.run(),
        piece.sku(),
        piece.title(),
        piece.tracked(),
        piece.merchant(),
        piece.quantity(),
        piece.unitPrice(),
        piece.priceSource(),
        piece.regular(),
        piece.list(),
        net,
        piece.floor(),
        shares);
  }

  static Application with(Application each, Money discount) {
    return new Application(
        each.offer(),
        each.version(),
        each.lane(),
        each.merchant(),
        each.base(),
        each.raw(),
        discount,
        each.refund(),
        each.benefit());
  }

  static Share with(Share share, String party, Money amount) {
    return new Share(share.offer(), share.version(), party, amount);
  }
}
