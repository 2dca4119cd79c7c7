package dev.akinai.core.pricing;

import dev.akinai.money.Money;
import dev.akinai.pricing.Application;
import dev.akinai.pricing.Benefits;
import dev.akinai.pricing.CouponUse;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuoteCharge;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.pricing.Share;
import dev.akinai.pricing.TaxLine;
import dev.akinai.pricing.TenderPart;
import dev.akinai.quota.Demand;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Hashes what a quote says, without its verdicts, proof and times, so that equal quotes have equal digests on every machine (L-PRI-12, 19).
 * The text that is hashed is JSON with names in a fixed order and amounts in minor units. Stateless.
 */
public final class QuoteDigest {

  private QuoteDigest() {}

  /** The digest that a quote's content gives. */
  public static String of(Quote quote) {
    var text = new DigestText();
    content(text, quote);
    return text.sha256();
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
        quote.charges(),
        quote.applied(),
        quote.verdicts(),
        quote.certificate(),
        quote.cells(),
        quote.coupons(),
        quote.tax(),
        quote.tenders(),
        quote.list(),
        quote.payable(),
        quote.points());
  }

  private static void content(DigestText text, Quote quote) {
    text.plain('{');
    list(text, "applied", quote.applied(), QuoteDigest::application);
    text.plain(',');
    quote.buyer().ifPresent(buyer -> text.name("buyer", buyer.value()).plain(','));
    list(text, "cells", quote.cells(), QuoteDigest::cell);
    text.plain(',');
    list(text, "charges", quote.charges(), QuoteDigest::charge);
    text.plain(',');
    list(text, "coupons", quote.coupons(), QuoteDigest::coupon);
    text.plain(',').name("currency", quote.currency().code());
    text.plain(',').number("digits", quote.currency().digits());
    text.plain(',').number("list", quote.list().minor());
    text.plain(',').number("payable", quote.payable().minor()).plain(',');
    list(text, "pieces", quote.pieces(), QuoteDigest::piece);
    text.plain(',').number("points", quote.points());
    text.plain(',').name("ruleset", quote.rulesetHash());
    text.plain(',').number("taxAdded", quote.tax().added().minor());
    text.plain(',').number("taxIncluded", quote.tax().included().minor()).plain(',');
    list(text, "taxLines", quote.tax().lines(), QuoteDigest::taxLine);
    text.plain(',');
    list(text, "tenders", quote.tenders(), QuoteDigest::tender);
    text.plain('}');
  }

  private static void application(DigestText text, Application each) {
    amount(text, "base", each.base()).plain(',');
    each.benefit().ifPresent(benefit -> benefit(text, benefit));
    amount(text, "discount", each.discount()).plain(',');
    text.name("lane", each.lane().value()).plain(',');
    each.merchant().ifPresent(merchant -> text.name("merchant", merchant).plain(','));
    text.name("offer", each.offer().value()).plain(',');
    amount(text, "raw", each.raw()).plain(',');
    text.name("refundBudget", each.refund().budget().name()).plain(',');
    text.name("refundCoupon", each.refund().coupon().name()).plain(',');
    text.name("refundPolicy", each.refund().policy().name()).plain(',');
    text.number("version", each.version());
  }

  private static void benefit(DigestText text, Benefits benefit) {
    if (benefit instanceof Benefits.Gifts gifts) {
      list(text, "gifts", gifts.skus(), (out, sku) -> out.name("sku", sku.value()));
      amount(text.plain(','), "giftWorth", gifts.worth()).plain(',');
    } else if (benefit instanceof Benefits.MorePoints more) {
      text.number("morePoints", more.points()).plain(',');
    } else if (benefit instanceof Benefits.CouponToIssue coupon) {
      text.name("issue", coupon.template().value()).plain(',');
      text.name("issueOn", coupon.on().name()).plain(',');
    }
  }

  private static void cell(DigestText text, Demand demand) {
    if (demand.cap().isPresent()) {
      text.number("cap", demand.cap().getAsLong()).plain(',');
    }
    text.name("class", demand.cell().cls().name()).plain(',');
    text.name("item", demand.cell().item()).plain(',');
    text.name("pool", demand.cell().pool()).plain(',');
    text.number("quantity", demand.quantity());
  }

  private static void charge(DigestText text, QuoteCharge each) {
    amount(text, "amount", each.charge().amount()).plain(',');
    text.name("id", each.charge().id()).plain(',');
    text.name("kind", each.charge().kind()).plain(',');
    each.charge()
        .merchant()
        .ifPresent(merchant -> text.name("merchant", merchant).plain(','));
    each.charge().method().ifPresent(method -> text.name("method", method).plain(','));
    amount(text, "net", each.net()).plain(',');
    list(text, "shares", each.shares(), QuoteDigest::share);
  }

  private static void coupon(DigestText text, CouponUse each) {
    text.name("coupon", each.coupon()).plain(',');
    text.name("offer", each.offer().value());
  }

  private static void piece(DigestText text, QuotePiece each) {
    text.number("band", each.band()).plain(',');
    amount(text, "floor", each.floor()).plain(',');
    text.name("line", each.line()).plain(',');
    amount(text, "list", each.list()).plain(',');
    each.merchant().ifPresent(merchant -> text.name("merchant", merchant).plain(','));
    amount(text, "net", each.net()).plain(',');
    text.number("quantity", each.quantity()).plain(',');
    amount(text, "regular", each.regular()).plain(',');
    text.number("run", each.run()).plain(',');
    list(text, "shares", each.shares(), QuoteDigest::share);
    text.plain(',').name("sku", each.sku().value()).plain(',');
    text.name("source", each.priceSource()).plain(',');
    text.name("title", each.title()).plain(',');
    text.flag("tracked", each.tracked()).plain(',');
    amount(text, "unitPrice", each.unitPrice());
  }

  private static void share(DigestText text, Share share) {
    amount(text, "amount", share.amount()).plain(',');
    text.name("offer", share.offer().value()).plain(',');
    text.name("party", share.party()).plain(',');
    text.number("version", share.version());
  }

  private static void taxLine(DigestText text, TaxLine line) {
    amount(text, "amount", line.amount()).plain(',');
    amount(text, "base", line.base()).plain(',');
    text.name("invoice", line.invoice()).plain(',');
    text.name("jurisdiction", line.rate().jurisdiction()).plain(',');
    text.name("line", line.line()).plain(',');
    text.number("ppm", line.rate().ppm()).plain(',');
    text.name("rate", line.rate().code()).plain(',');
    text.name("reason", line.rate().reason().name()).plain(',');
    text.number("run", line.run());
  }

  private static void tender(DigestText text, TenderPart part) {
    amount(text, "amount", part.amount()).plain(',');
    text.name("kind", part.kind().name()).plain(',');
    text.name("offer", part.offer().value()).plain(',');
    text.number("units", part.units());
  }

  private static <T> void list(
      DigestText text, String name, List<T> items, BiConsumer<DigestText, T> writer) {
    text.key(name).plain('[');
    for (int i = 0; i < items.size(); i++) {
      writer.accept(i == 0 ? text.plain('{') : text.plain(',').plain('{'), items.get(i));
      text.plain('}');
    }
    text.plain(']');
  }

  private static DigestText amount(DigestText text, String name, Money amount) {
    return text.number(name, amount.minor());
  }
}
