package dev.akinai.pricing;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.member.MemberId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a buyer would like: lines, charges, codes, and who asks. Nothing in it is kept or promised. Immutable.
 *
 * @param currency in which to quote
 * @param lines at most 2,000, each with its own id
 * @param charges what is paid beside the goods, at most 100, each with its own id
 * @param codes what the buyer typed, at most 20
 * @param buyer who asks, or empty for a guest
 * @param where where and how it is sold
 * @param choices what the buyer chose beside the goods
 */
public record Cart(
    CurrencyCode currency,
    List<CartLine> lines,
    List<Charge> charges,
    List<String> codes,
    Optional<MemberId> buyer,
    Where where,
    Choices choices) {

  /** Most lines. */
  public static final int MAX_LINES = 2_000;

  /** Most charges. */
  public static final int MAX_CHARGES = 100;

  /** Most codes. */
  public static final int MAX_CODES = 20;

  /** Checks the sizes and that ids differ. */
  public Cart {
    lines = List.copyOf(lines);
    charges = List.copyOf(charges);
    codes = List.copyOf(codes);
    requireSize("lines of a cart", lines.size(), MAX_LINES);
    requireSize("charges of a cart", charges.size(), MAX_CHARGES);
    requireSize("codes of a cart", codes.size(), MAX_CODES);
    codes.forEach(code -> Text.requireText("code", code, 64));
    requireDistinct("line", lines.stream().map(CartLine::id));
    requireDistinct("charge", charges.stream().map(Charge::id));
  }

  /**
   * An empty cart of a guest.
   *
   * @param currency in which to quote
   * @return the cart
   */
  public static Cart in(CurrencyCode currency) {
    return new Cart(
        currency, List.of(), List.of(), List.of(), Optional.empty(), Where.UNKNOWN, Choices.NONE);
  }

  /**
   * The same cart with one more line; its id is its place in the cart.
   *
   * @param sku which variant
   * @param quantity 0 or more
   * @return a changed copy
   */
  public Cart add(String sku, long quantity) {
    return add(CartLine.of(Integer.toString(lines.size() + 1), sku, quantity));
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
    return add(CartLine.of(Integer.toString(lines.size() + 1), sku, quantity).at(unitPrice));
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
    return withLines(all);
  }

  /**
   * The same cart with other lines.
   *
   * @param others at most 2,000
   * @return a changed copy
   */
  public Cart withLines(List<CartLine> others) {
    return new Cart(currency, others, charges, codes, buyer, where, choices);
  }

  /**
   * The same cart with one more charge.
   *
   * @param charge the charge
   * @return a changed copy
   */
  public Cart with(Charge charge) {
    var all = new ArrayList<>(charges);
    all.add(charge);
    return withCharges(all);
  }

  /**
   * The same cart with other charges.
   *
   * @param others at most 100
   * @return a changed copy
   */
  public Cart withCharges(List<Charge> others) {
    return new Cart(currency, lines, others, codes, buyer, where, choices);
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
    return withCodes(all);
  }

  /**
   * The same cart with other codes.
   *
   * @param others at most 20
   * @return a changed copy
   */
  public Cart withCodes(List<String> others) {
    return new Cart(currency, lines, charges, others, buyer, where, choices);
  }

  /**
   * The same cart for a buyer.
   *
   * @param member the host's opaque id, 1 to 64 visible characters
   * @return a changed copy
   */
  public Cart forBuyer(String member) {
    return new Cart(
        currency, lines, charges, codes, Optional.of(new MemberId(member)), where, choices);
  }

  /**
   * The same cart somewhere else.
   *
   * @param other where and how it is sold
   * @return a changed copy
   */
  public Cart where(Where other) {
    return new Cart(currency, lines, charges, codes, buyer, other, choices);
  }

  /**
   * The same cart with other choices.
   *
   * @param others what the buyer chose
   * @return a changed copy
   */
  public Cart choosing(Choices others) {
    return new Cart(currency, lines, charges, codes, buyer, where, others);
  }

  private static void requireSize(String field, int size, int max) {
    if (size > max) {
      throw new InputTooLargeException(field, max, size);
    }
  }

  private static void requireDistinct(String what, Stream<String> ids) {
    var seen = new HashSet<String>();
    ids.forEach(id -> {
      if (!seen.add(id)) {
        throw new InvalidInputException(
            "The cart must name each %s once, but names %s twice. Maybe number them."
                .formatted(what, id));
      }
    });
  }
}
