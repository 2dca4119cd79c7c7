package dev.akinai.order;

import dev.akinai.money.Money;
import java.util.List;

/**
 * Money and points that go back for units that were cancelled or returned: the sum of what exactly these units carry. Immutable.
 *
 * @param number its place among the order's refunds, from 1
 * @param request the key of the request that asked for it
 * @param reason the host's reason code
 * @param spans which units of which pieces, with what they carry
 * @param amount the sum of the spans' net
 * @param points what they had earned or would have earned
 */
public record Refund(
    int number, String request, String reason, List<Span> spans, Money amount, long points) {

  /** Copies the spans. */
  public Refund {
    spans = List.copyOf(spans);
  }

  /**
   * Units of a piece, by their places. Immutable.
   *
   * @param piece the piece's number
   * @param from the first place
   * @param to the place after the last
   * @param value what they carry
   */
  public record Span(int piece, long from, long to, SpanValue value) {}
}
