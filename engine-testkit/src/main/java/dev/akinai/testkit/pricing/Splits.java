package dev.akinai.testkit.pricing;

import dev.akinai.engine.Commerce;
import dev.akinai.money.Money;
import dev.akinai.money.Rounding;
import dev.akinai.pricing.Application;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.pricing.Share;
import dev.akinai.pricing.Verdict;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.Ruleset;
import dev.akinai.quota.CellClass;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.Demand;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Engines that split, cut and book wrongly. Stateless. */
final class Splits {

  private Splits() {}

  /** Floors for all pieces but the last, which takes what is left. */
  static Commerce lastTakesRest(Commerce engine) {
    return Slips.ofQuote(engine, (input, rules, quote, inner) -> {
      Quote edited = quote;
      for (Application each : quote.applied()) {
        edited = resplit(edited, each.offer());
      }
      return edited;
    });
  }

  private static Quote resplit(Quote quote, OfferId offer) {
    List<QuotePiece> some =
        quote.pieces().stream().filter(piece -> Trial.share(piece, offer) > 0).toList();
    long off = some.stream().mapToLong(piece -> Trial.share(piece, offer)).sum();
    long whole = some.stream().mapToLong(piece -> piece.list().minor()).sum();
    if (some.size() < 2) {
      return quote;
    }
    QuotePiece last = some.get(some.size() - 1);
    long others = some.stream()
        .filter(piece -> !piece.equals(last))
        .mapToLong(piece -> floor(off, piece, whole))
        .sum();
    return new QuoteEdit(quote)
        .pieces(piece -> Trial.share(piece, offer) == 0
            ? piece
            : shared(piece, offer, piece.equals(last) ? off - others : floor(off, piece, whole)))
        .done();
  }

  private static long floor(long off, QuotePiece piece, long whole) {
    return Rounding.FLOOR.mulDiv(off, piece.list().minor(), whole);
  }

  /** The piece with another share of an offer, borne by the first who bore it. */
  private static QuotePiece shared(QuotePiece piece, OfferId offer, long amount) {
    var shares = new ArrayList<Share>();
    Share first = null;
    for (Share share : piece.shares()) {
      if (!share.offer().equals(offer)) {
        shares.add(share);
      } else if (first == null) {
        first = share;
      }
    }
    Money money = Money.of(piece.list().currency(), amount);
    Share one = Objects.requireNonNull(first, "share");
    shares.add(QuoteEdit.with(one, one.party(), money));
    long sum = shares.stream().mapToLong(share -> share.amount().minor()).sum();
    return QuoteEdit.with(
        piece, Money.of(piece.list().currency(), piece.list().minor() - sum), shares);
  }

  static Commerce dropsRest(Commerce engine) {
    return Slips.ofQuote(
        engine,
        (input, rules, quote, inner) -> new QuoteEdit(quote)
            .pieces(piece ->
                piece.shares().isEmpty() || piece.shares().get(0).amount().minor() < 2
                    ? piece
                    : less(piece))
            .summed()
            .done());
  }

  private static QuotePiece less(QuotePiece piece) {
    Share first = piece.shares().get(0);
    return shared(piece, first.offer(), Trial.share(piece, first.offer()) - 1);
  }

  static Commerce belowZero(Commerce engine) {
    return Slips.ofQuote(engine, (input, rules, quote, inner) -> {
      Optional<Application> cut = quote.applied().stream()
          .filter(
              each -> each.raw().compareTo(each.base()) > 0 && each.discount().isPositive())
          .findFirst();
      return cut.map(each -> unclamped(quote, each)).orElse(quote);
    });
  }

  private static Quote unclamped(Quote quote, Application each) {
    long lost = each.raw().minor() - each.discount().minor();
    QuotePiece first = quote.pieces().stream()
        .filter(piece -> Trial.share(piece, each.offer()) > 0)
        .findFirst()
        .orElse(quote.pieces().get(0));
    return new QuoteEdit(quote)
        .pieces(piece -> piece.equals(first)
            ? QuoteEdit.with(
                piece, Money.of(quote.currency(), piece.net().minor() - lost), piece.shares())
            : piece)
        .summed()
        .done();
  }

  static Commerce marksUp(Commerce engine) {
    return Slips.ofQuote(engine, (input, rules, quote, inner) -> {
      boolean dear = rules.offers().stream()
          .anyMatch(offer ->
              offer.effect() instanceof Effect.Bundle && !Trial.applies(quote, offer.id()));
      return dear
          ? new QuoteEdit(quote)
              .pieces(piece -> QuoteEdit.with(
                  piece, Money.of(quote.currency(), piece.list().minor() + 1), piece.shares()))
              .summed()
              .done()
          : quote;
    });
  }

  static Commerce roundsParties(Commerce engine) {
    return Slips.ofQuote(
        engine,
        (input, rules, quote, inner) -> new QuoteEdit(quote)
            .pieces(piece -> piece.shares().size() < 2 ? piece : shifted(piece))
            .done());
  }

  /** One unit moves from the second share to the first. */
  private static QuotePiece shifted(QuotePiece piece) {
    var shares = new ArrayList<Share>(piece.shares());
    Share one = shares.get(0);
    Share other = shares.get(1);
    if (!one.offer().equals(other.offer())) {
      return piece;
    }
    Money unit = Money.of(one.amount().currency(), 1);
    shares.set(0, QuoteEdit.with(one, one.party(), one.amount().plus(unit)));
    shares.set(1, QuoteEdit.with(other, other.party(), other.amount().minus(unit)));
    return QuoteEdit.with(piece, piece.net(), shares);
  }

  /** The discount is spread over all lines; what would fall on those outside is lost. */
  static Commerce countsOutsiders(Commerce engine) {
    return Slips.ofQuote(engine, (input, rules, quote, inner) -> {
      long all =
          quote.pieces().stream().mapToLong(piece -> piece.list().minor()).sum();
      return new QuoteEdit(quote)
          .applied(quote.applied().stream()
              .map(each -> QuoteEdit.with(
                  each,
                  Money.of(
                      quote.currency(),
                      all == 0
                          ? 0
                          : Rounding.FLOOR.mulDiv(
                              each.discount().minor(), Math.min(all, each.base().minor()), all))))
              .toList())
          .done();
    });
  }

  /** Each offer takes what it would take alone. */
  static Commerce overlaps(Commerce engine) {
    return Slips.ofQuote(engine, (input, rules, quote, inner) -> {
      var applied = new ArrayList<Application>();
      for (Offer offer : rules.offers()) {
        Ruleset alone = new Ruleset(
            rules.version(), rules.hash(), rules.lanes(), rules.policy(), List.of(offer));
        applied.addAll(inner.pricing().evaluate(input, alone).orThrow().applied());
      }
      return new QuoteEdit(quote).applied(applied).done();
    });
  }

  static Commerce usesIdle(Commerce engine) {
    return Slips.ofQuote(engine, (input, rules, quote, inner) -> {
      var edit = new QuoteEdit(quote);
      for (Offer offer : rules.offers()) {
        if (offer.limits().total().isPresent() && !Trial.applies(quote, offer.id())) {
          edit.with(Demand.of(CellKey.of(CellClass.PROMOTION, "offer:" + offer.id(), "ever"), 1));
        }
      }
      return edit.done();
    });
  }

  /** What the goods cost if each line came alone. */
  static Commerce breaksByLine(Commerce engine) {
    return Slips.ofQuote(engine, (input, rules, quote, inner) -> {
      Money list = Money.zero(quote.currency());
      for (CartLine line : input.cart().lines()) {
        Cart alone = input.cart().withLines(List.of(line)).withCharges(List.of());
        list = list.plus(
            inner.pricing().evaluate(input.withCart(alone), rules).orThrow().list());
      }
      return new QuoteEdit(quote).list(list).done();
    });
  }

  static Commerce saysNothing(Commerce engine) {
    return Slips.ofQuote(
        engine,
        (input, rules, quote, inner) -> new QuoteEdit(quote)
            .verdicts(quote.verdicts().stream()
                .filter(verdict -> verdict.code() != Verdict.Code.APPLIED)
                .toList())
            .done());
  }
}
