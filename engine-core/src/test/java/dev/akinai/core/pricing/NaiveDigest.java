package dev.akinai.core.pricing;

import dev.akinai.core.base.Hashes;
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

/** The text of a quote as it was hashed at first, in one piece: what {@link QuoteDigest} must come to. Stateless. */
final class NaiveDigest {

  private NaiveDigest() {}

  static String of(Quote quote) {
    return Hashes.sha256(content(quote));
  }

  static String content(Quote quote) {
    var text = new StringBuilder(256 + 192 * quote.pieces().size());
    text.append('{');
    list(text, "applied", quote.applied(), NaiveDigest::application);
    text.append(',');
    quote.buyer().ifPresent(buyer -> name(text, "buyer", buyer.value()).append(','));
    list(text, "cells", quote.cells(), NaiveDigest::cell);
    text.append(',');
    list(text, "charges", quote.charges(), NaiveDigest::charge);
    text.append(',');
    list(text, "coupons", quote.coupons(), NaiveDigest::coupon);
    text.append(',');
    name(text, "currency", quote.currency().code()).append(',');
    number(text, "digits", quote.currency().digits()).append(',');
    amount(text, "list", quote.list()).append(',');
    amount(text, "payable", quote.payable()).append(',');
    list(text, "pieces", quote.pieces(), NaiveDigest::piece);
    text.append(',');
    number(text, "points", quote.points()).append(',');
    name(text, "ruleset", quote.rulesetHash()).append(',');
    amount(text, "taxAdded", quote.tax().added()).append(',');
    amount(text, "taxIncluded", quote.tax().included()).append(',');
    list(text, "taxLines", quote.tax().lines(), NaiveDigest::taxLine);
    text.append(',');
    list(text, "tenders", quote.tenders(), NaiveDigest::tender);
    return text.append('}').toString();
  }

  private static void application(StringBuilder text, Application each) {
    amount(text, "base", each.base()).append(',');
    each.benefit().ifPresent(benefit -> benefit(text, benefit));
    amount(text, "discount", each.discount()).append(',');
    name(text, "lane", each.lane().value()).append(',');
    each.merchant().ifPresent(merchant -> name(text, "merchant", merchant).append(','));
    name(text, "offer", each.offer().value()).append(',');
    amount(text, "raw", each.raw()).append(',');
    name(text, "refundBudget", each.refund().budget().name()).append(',');
    name(text, "refundCoupon", each.refund().coupon().name()).append(',');
    name(text, "refundPolicy", each.refund().policy().name()).append(',');
    number(text, "version", each.version());
  }

  private static void benefit(StringBuilder text, Benefits benefit) {
    if (benefit instanceof Benefits.Gifts gifts) {
      list(text, "gifts", gifts.skus(), (out, sku) -> name(out, "sku", sku.value()));
      amount(text.append(','), "giftWorth", gifts.worth()).append(',');
    } else if (benefit instanceof Benefits.MorePoints more) {
      number(text, "morePoints", more.points()).append(',');
    } else if (benefit instanceof Benefits.CouponToIssue coupon) {
      name(text, "issue", coupon.template().value()).append(',');
      name(text, "issueOn", coupon.on().name()).append(',');
    }
  }

  private static void cell(StringBuilder text, Demand demand) {
    if (demand.cap().isPresent()) {
      number(text, "cap", demand.cap().getAsLong()).append(',');
    }
    name(text, "class", demand.cell().cls().name()).append(',');
    name(text, "item", demand.cell().item()).append(',');
    name(text, "pool", demand.cell().pool()).append(',');
    number(text, "quantity", demand.quantity());
  }

  private static void charge(StringBuilder text, QuoteCharge each) {
    amount(text, "amount", each.charge().amount()).append(',');
    name(text, "id", each.charge().id()).append(',');
    name(text, "kind", each.charge().kind()).append(',');
    each.charge()
        .merchant()
        .ifPresent(merchant -> name(text, "merchant", merchant).append(','));
    each.charge().method().ifPresent(method -> name(text, "method", method).append(','));
    amount(text, "net", each.net()).append(',');
    list(text, "shares", each.shares(), NaiveDigest::share);
  }

  private static void coupon(StringBuilder text, CouponUse each) {
    name(text, "coupon", each.coupon()).append(',');
    name(text, "offer", each.offer().value());
  }

  private static void piece(StringBuilder text, QuotePiece each) {
    number(text, "band", each.band()).append(',');
    amount(text, "floor", each.floor()).append(',');
    name(text, "line", each.line()).append(',');
    amount(text, "list", each.list()).append(',');
    each.merchant().ifPresent(merchant -> name(text, "merchant", merchant).append(','));
    amount(text, "net", each.net()).append(',');
    number(text, "quantity", each.quantity()).append(',');
    amount(text, "regular", each.regular()).append(',');
    number(text, "run", each.run()).append(',');
    list(text, "shares", each.shares(), NaiveDigest::share);
    name(text.append(','), "sku", each.sku().value()).append(',');
    name(text, "source", each.priceSource()).append(',');
    name(text, "title", each.title()).append(',');
    text.append("\"tracked\":").append(each.tracked()).append(',');
    amount(text, "unitPrice", each.unitPrice());
  }

  private static void share(StringBuilder text, Share share) {
    amount(text, "amount", share.amount()).append(',');
    name(text, "offer", share.offer().value()).append(',');
    name(text, "party", share.party()).append(',');
    number(text, "version", share.version());
  }

  private static void taxLine(StringBuilder text, TaxLine line) {
    amount(text, "amount", line.amount()).append(',');
    amount(text, "base", line.base()).append(',');
    name(text, "invoice", line.invoice()).append(',');
    name(text, "jurisdiction", line.rate().jurisdiction()).append(',');
    name(text, "line", line.line()).append(',');
    number(text, "ppm", line.rate().ppm()).append(',');
    name(text, "rate", line.rate().code()).append(',');
    name(text, "reason", line.rate().reason().name()).append(',');
    number(text, "run", line.run());
  }

  private static void tender(StringBuilder text, TenderPart part) {
    amount(text, "amount", part.amount()).append(',');
    name(text, "kind", part.kind().name()).append(',');
    name(text, "offer", part.offer().value()).append(',');
    number(text, "units", part.units());
  }

  private static <T> void list(
      StringBuilder text, String name, List<T> items, BiConsumer<StringBuilder, T> writer) {
    text.append('"').append(name).append("\":[");
    for (int i = 0; i < items.size(); i++) {
      writer.accept(text.append(i == 0 ? "{" : ",{"), items.get(i));
      text.append('}');
    }
    text.append(']');
  }

  private static StringBuilder amount(StringBuilder text, String name, Money amount) {
    return number(text, name, amount.minor());
  }

  private static StringBuilder number(StringBuilder text, String name, long number) {
    return text.append('"').append(name).append("\":").append(number);
  }

  private static StringBuilder name(StringBuilder text, String name, String value) {
    text.append('"').append(name).append("\":\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append("\\u00").append(c < 16 ? "0" : "").append(Integer.toHexString(c));
      } else {
        text.append(c);
      }
    }
    return text.append('"');
  }
}
