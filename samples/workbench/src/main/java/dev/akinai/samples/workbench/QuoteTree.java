package dev.akinai.samples.workbench;

import dev.akinai.pricing.Application;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.pricing.Share;
import dev.akinai.pricing.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A quote as a tree for JSON; amounts are whole minor units. Stateless. */
final class QuoteTree {

  private QuoteTree() {}

  static Map<String, Object> of(Quote quote) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("currency", quote.currency().code());
    tree.put("list", quote.list().minor());
    tree.put("payable", quote.payable().minor());
    tree.put("pieces", quote.pieces().stream().map(QuoteTree::piece).toList());
    tree.put("applied", quote.applied().stream().map(QuoteTree::application).toList());
    tree.put("proof", quote.certificate().toString());
    tree.put("verdicts", quote.verdicts().stream().map(QuoteTree::verdict).toList());
    tree.put("rulesetHash", quote.rulesetHash());
    tree.put("digest", quote.digest());
    return tree;
  }

  private static Map<String, Object> piece(QuotePiece piece) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("line", piece.line());
    tree.put("sku", piece.sku().value());
    tree.put("quantity", piece.quantity());
    tree.put("unitPrice", piece.unitPrice().minor());
    tree.put("list", piece.list().minor());
    tree.put("net", piece.net().minor());
    tree.put("shares", shares(piece.shares()));
    return tree;
  }

  private static List<Map<String, Object>> shares(List<Share> shares) {
    return shares.stream()
        .map(share -> Map.<String, Object>of(
            "offer",
            share.offer().value(),
            "party",
            share.party(),
            "amount",
            share.amount().minor()))
        .toList();
  }

  private static Map<String, Object> application(Application application) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("offer", application.offer().value());
    tree.put("lane", application.lane().value());
    tree.put("base", application.base().minor());
    tree.put("discount", application.discount().minor());
    return tree;
  }

  private static Map<String, Object> verdict(Verdict verdict) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("subject", verdict.subject());
    tree.put("code", verdict.code().name());
    tree.put("facts", verdict.facts());
    return tree;
  }
}
