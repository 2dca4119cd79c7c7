package dev.akinai.core.pricing;

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
    text.open();
    list(text, "applied", quote.applied(), QuoteDigest::application);
    quote.buyer().ifPresent(buyer -> text.name("buyer", buyer.value()));
    list(text, "cells", quote.cells(), QuoteDigest::cell);
    list(text, "charges", quote.charges(), QuoteDigest::charge);
    list(text, "coupons", quote.coupons(), QuoteDigest::coupon);
    text.name("currency", quote.currency().code());
    text.number("digits", quote.currency().digits());
    text.number("list", quote.list().minor());
    text.number("payable", quote.payable().minor());
    list(text, "pieces", quote.pieces(), QuoteDigest::piece);
    text.number("points", quote.points());
    text.name("ruleset", quote.rulesetHash());
    text.number("taxAdded", quote.tax().added().minor());
    text.number("taxIncluded", quote.tax().included().minor());
    list(text, "taxLines", quote.tax().lines(), QuoteDigest::taxLine);
    list(text, "tenders", quote.tenders(), QuoteDigest::tender);
    text.close();
  }

  private static void application(DigestText text, Application each) {
    text.number("base", each.base().minor());
    each.benefit().ifPresent(benefit -> benefit(text, benefit));
    text.number("discount", each.discount().minor());
    text.name("lane", each.lane().value());
    each.merchant().ifPresent(merchant -> text.name("merchant", merchant));
    text.name("offer", each.offer().value());
    text.number("raw", each.raw().minor());
    text.name("refundBudget", each.refund().budget().name());
    text.name("refundCoupon", each.refund().coupon().name());
    text.name("refundPolicy", each.refund().policy().name());
    text.number("version", each.version());
  }

  private static void benefit(DigestText text, Benefits benefit) {
    if (benefit instanceof Benefits.Gifts gifts) {
      list(text, "gifts", gifts.skus(), (out, sku) -> out.name("sku", sku.value()));
      text.number("giftWorth", gifts.worth().minor());
    } else if (benefit instanceof Benefits.MorePoints more) {
      text.number("morePoints", more.points());
    } else if (benefit instanceof Benefits.CouponToIssue coupon) {
      text.name("issue", coupon.template().value());
      text.name("issueOn", coupon.on().name());
    }
  }

  private static void cell(DigestText text, Demand demand) {
    if (demand.cap().isPresent()) {
      text.number("cap", demand.cap().getAsLong());
    }
    text.name("class", demand.cell().cls().name());
    text.name("item", demand.cell().item());
    text.name("pool", demand.cell().pool());
    text.number("quantity", demand.quantity());
  }

  private static void charge(DigestText text, QuoteCharge each) {
    text.number("amount", each.charge().amount().minor());
    text.name("id", each.charge().id());
    text.name("kind", each.charge().kind());
    each.charge().merchant().ifPresent(merchant -> text.name("merchant", merchant));
    each.charge().method().ifPresent(method -> text.name("method", method));
    text.number("net", each.net().minor());
    list(text, "shares", each.shares(), QuoteDigest::share);
  }

  private static void coupon(DigestText text, CouponUse each) {
    text.name("coupon", each.coupon());
    text.name("offer", each.offer().value());
  }

  private static void piece(DigestText text, QuotePiece each) {
    text.number("band", each.band());
    text.number("floor", each.floor().minor());
    text.name("line", each.line());
    text.number("list", each.list().minor());
    each.merchant().ifPresent(merchant -> text.name("merchant", merchant));
    text.number("net", each.net().minor());
    text.number("quantity", each.quantity());
    text.number("regular", each.regular().minor());
    text.number("run", each.run());
    list(text, "shares", each.shares(), QuoteDigest::share);
    text.name("sku", each.sku().value());
    text.name("source", each.priceSource());
    text.name("title", each.title());
    text.flag("tracked", each.tracked());
    text.number("unitPrice", each.unitPrice().minor());
  }

  private static void share(DigestText text, Share share) {
    text.number("amount", share.amount().minor());
    text.name("offer", share.offer().value());
    text.name("party", share.party());
    text.number("version", share.version());
  }

  private static void taxLine(DigestText text, TaxLine line) {
    text.number("amount", line.amount().minor());
    text.number("base", line.base().minor());
    text.name("invoice", line.invoice());
    text.name("jurisdiction", line.rate().jurisdiction());
    text.name("line", line.line());
    text.number("ppm", line.rate().ppm());
    text.name("rate", line.rate().code());
    text.name("reason", line.rate().reason().name());
    text.number("run", line.run());
  }

  private static void tender(DigestText text, TenderPart part) {
    text.number("amount", part.amount().minor());
    text.name("kind", part.kind().name());
    text.name("offer", part.offer().value());
    text.number("units", part.units());
  }

  private static <T> void list(
      DigestText text, String name, List<T> items, BiConsumer<DigestText, T> writer) {
    text.openList(name);
    for (int i = 0; i < items.size(); i++) {
      text.open();
      writer.accept(text, items.get(i));
      text.close();
    }
    text.closeList();
  }
}
