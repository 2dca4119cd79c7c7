package dev.akinai.core.pricing;

import dev.akinai.base.Text;
import dev.akinai.catalog.CatalogItem;
import dev.akinai.catalog.SkuId;
import dev.akinai.core.base.RefusedInside;
import dev.akinai.core.promotion.Codes;
import dev.akinai.money.Money;
import dev.akinai.money.MoneyOverflowException;
import dev.akinai.points.EarningRule;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.PricingRefusal;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.promotion.Ruleset;
import dev.akinai.quota.Cell;
import dev.akinai.quota.CellKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The pure core of pricing: cart, catalog, prices, rules and instant in, quote out (PRICING section 2). It reads no clock, no storage and no
 * chance, so equal inputs give equal quotes. Stateless.
 */
final class Pricer {

  private static final Duration HONOURED = Duration.ofMinutes(30);

  private Pricer() {}

  /** Everything a quote depends on; {@code used} holds the cells of limits, as far as they exist. */
  record Input(
      Cart cart,
      Map<SkuId, CatalogItem> items,
      Map<SkuId, Map<PriceList, PriceEntry>> prices,
      Ruleset ruleset,
      Map<CellKey, Cell> used,
      EarningRule earning,
      Instant at) {}

  static Quote quote(Input input) {
    Cart cart = input.cart();
    var selection = new Selection(input.items(), input.prices(), cart.currency());
    List<Band> bands = selection.bands(cart);
    RefusedInside.ifAny(selection.refusals());
    var codes = new TreeSet<String>(Text.UTF8_ORDER);
    cart.codes().forEach(code -> codes.add(Codes.normalise(code)));
    var stack = new OfferStack(cart, codes, bands, input.used(), input.at());
    input.ruleset().offers().forEach(stack::apply);
    stack.judgeUnknownCodes(input.ruleset());
    return seal(input, bands, stack);
  }

  private static Quote seal(Input input, List<Band> bands, OfferStack stack) {
    List<QuotePiece> pieces = pieces(input.cart(), bands);
    Money list = sum(input.cart(), pieces.stream().map(QuotePiece::list).toList());
    Money payable = sum(input.cart(), pieces.stream().map(QuotePiece::net).toList());
    var unsealed = new Quote(
        "",
        input.ruleset().version(),
        input.ruleset().hash(),
        input.cart().currency(),
        input.cart().buyer(),
        input.at(),
        input.at().plus(HONOURED),
        pieces,
        stack.applied(),
        stack.verdicts(),
        stack.cells(),
        list,
        payable,
        input.earning().pointsFor(payable));
    return QuoteDigest.seal(unsealed);
  }

  private static Money sum(Cart cart, List<Money> amounts) {
    try {
      return Money.sum(cart.currency(), amounts);
    } catch (MoneyOverflowException tooMuch) {
      throw RefusedInside.because(new PricingRefusal.TooMuch("total"));
    }
  }

  /** Pieces in the order of the cart's lines. */
  private static List<QuotePiece> pieces(Cart cart, List<Band> bands) {
    Map<String, QuotePiece> byLine = new HashMap<>();
    for (Band band : bands) {
      for (Band.Portion portion : band.portions) {
        byLine.put(portion.line.id(), piece(band, portion));
      }
    }
    return cart.lines().stream()
        .map(CartLine::id)
        .filter(byLine::containsKey)
        .map(byLine::get)
        .toList();
  }

  private static QuotePiece piece(Band band, Band.Portion portion) {
    return new QuotePiece(
        portion.line.id(),
        portion.line.sku(),
        band.item.sku().title(),
        band.item.sku().tracked(),
        portion.line.quantity(),
        band.unitPrice,
        band.priceSource,
        portion.list,
        portion.net,
        portion.shares);
  }
}
