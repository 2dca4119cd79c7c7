package dev.akinai.pricing;

import dev.akinai.money.Money;

/** Writes a quote as a receipt of plain text. Stateless. */
final class Receipt {

  private Receipt() {}

  static String of(Quote quote) {
    var text = new StringBuilder();
    for (QuotePiece piece : quote.pieces()) {
      line(
          text,
          "%d x %s at %s"
              .formatted(piece.quantity(), piece.title(), piece.unitPrice().amountText()),
          piece.list());
    }
    for (Application application : quote.applied()) {
      line(text, "  %s".formatted(application.offer()), application.discount().negated());
    }
    line(text, "to pay " + quote.currency().code(), quote.payable());
    for (Verdict verdict : quote.verdicts()) {
      text.append("  %s: %s %s"
              .formatted(verdict.subject(), verdict.code(), verdict.facts())
              .stripTrailing())
          .append('\n');
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String what, Money amount) {
    text.append("%-40s %12s%n".formatted(what, amount.amountText()).replace("\r\n", "\n"));
  }
}
