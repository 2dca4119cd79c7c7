package dev.akinai.pricing;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.catalog.SkuId;
import dev.akinai.member.MemberId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What a buyer would like: lines, codes, and who asks. Nothing in it is kept or promised. Immutable.
 *
 * @param currency in which to quote
 * @param lines at most 2,000, each with its own id
 * @param codes what the buyer typed, at most 20
 * @param buyer who asks, or empty for a guest
 * @param channel where it is sold, such as {@code app}, or empty
 */
public record Cart(
    CurrencyCode currency,
    List<CartLine> lines,
    List<String> codes,
    Optional<MemberId> buyer,
    Optional<String> channel) {

  /** Most lines. */
  public static final int MAX_LINES = 2_000;

  /** Most codes. */
  public static final int MAX_CODES = 20;

  /** Checks the sizes and that line ids differ. */
  public Cart {
    lines = List.copyOf(lines);
    codes = List.copyOf(codes);
    requireSize("lines of a cart", lines.size(), MAX_LINES);
    requireSize("codes of a cart", codes.size(), MAX_CODES);
    codes.forEach(code -> Text.requireText("code", code, 64));
    channel.ifPresent(text -> Text.requireVisible("channel", text, 64));
    requireDistinct(lines);
  }

  /**
   * An empty cart of a guest.
   *
   * @param currency in which to quote
   * @return the cart
   */
  public static Cart in(CurrencyCode currency) {
    return new Cart(currency, List.of(), List.of(), Optional.empty(), Optional.empty());
  }

  /**
   * The same cart with one more line; its id is its place in the cart.
   *
   * @param sku which variant
   * @param quantity 0 or more
   * @return a changed copy
   */
  public Cart add(String sku, long quantity) {
    return add(new CartLine(
        Integer.toString(lines.size() + 1), new SkuId(sku), quantity, Optional.empty()));
  }

  /**
   * The same cart with one more line at a price that was agreed elsewhere.
   *
   * @param sku which variant
   * @param quantity 0 or more
   * @param unitPrice of one unit
   * @return a changed copy
   */
  public Cart addAt(String sku, long quantity, Money unitPrice) {
    return add(new CartLine(
        Integer.toString(lines.size() + 1), new SkuId(sku), quantity, Optional.of(unitPrice)));
  }

  /**
   * The same cart with one more line.
   *
   * @param line the line
   * @return a changed copy
   */
  public Cart add(CartLine line) {
    var all = new ArrayList<>(lines);
    all.add(line);
    return new Cart(currency, all, codes, buyer, channel);
  }

  /**
   * The same cart with one more code.
   *
   * @param code what the buyer typed
   * @return a changed copy
   */
  public Cart withCode(String code) {
    var all = new ArrayList<>(codes);
    all.add(code);
    return new Cart(currency, lines, all, buyer, channel);
  }

  /**
   * The same cart for a buyer.
   *
   * @param member the host's opaque id, 1 to 64 visible characters
   * @return a changed copy
   */
  public Cart forBuyer(String member) {
    return new Cart(currency, lines, codes, Optional.of(new MemberId(member)), channel);
  }

  private static void requireSize(String field, int size, int max) {
    if (size > max) {
      throw new InputTooLargeException(field, max, size);
    }
  }

  private static void requireDistinct(List<CartLine> lines) {
    var seen = new HashSet<String>();
    for (CartLine line : lines) {
      if (!seen.add(line.id())) {
        throw new InvalidInputException(
            "The cart must name each line once, but names %s twice. Maybe number the lines."
                .formatted(line.id()));
      }
    }
  }
}
