package dev.akinai.price;

import dev.akinai.base.InvalidInputException;
import dev.akinai.money.CurrencyCode;
import java.time.Instant;

/**
 * A list of prices in one currency: what it is for, who may buy at it and when, and what offers may do with its prices. Immutable.
 *
 * <p>A SKU has one base price, of a {@code REGULAR} or {@code CONTRACT} list, and lists of the other kinds may lower it (PRICING 2.3).
 *
 * @param id which list
 * @param kind what it is for; it stays as it is
 * @param currency the currency of all its prices; it stays as it is
 * @param tax whether its prices hold the tax
 * @param audience who may buy at it
 * @param window when it applies
 * @param priority higher goes first among lists of equal {@link #rank()}
 * @param stance what offers may do with its prices
 * @param visibility whether its prices are shown to everybody
 * @param aggregate which units count for the least quantities of its prices
 * @param breaks which units a price from a quantity on is for
 */
public record PriceList(
    PriceListId id,
    Kind kind,
    CurrencyCode currency,
    Tax tax,
    Audience audience,
    PriceWindow window,
    int priority,
    Stance stance,
    Visibility visibility,
    Aggregate aggregate,
    Breaks breaks) {

  /** What a list is for. {@code REGULAR} and {@code CONTRACT} give the base price; the others lower it, in this order at equal prices. */
  public enum Kind {
    /** The shop's ordinary prices. */
    REGULAR,
    /** Prices agreed with a customer or a group. */
    CONTRACT,
    /** A few hours, often a few units. */
    FLASH,
    /** A reduction that is announced. */
    SALE,
    /** Prices for members. */
    MEMBER;

    /**
     * Tells whether the list lowers a base price.
     *
     * @return true for FLASH, SALE and MEMBER
     */
    public boolean isOverride() {
      return this != REGULAR && this != CONTRACT;
    }
  }

  /** Whether prices hold the tax. */
  public enum Tax {
    /** What the buyer pays. */
    INCLUDED,
    /** Tax comes on top. */
    EXCLUDED,
    /** As the tax table of the quote says. */
    UNSTATED
  }

  /** What offers may do with a price. */
  public enum Stance {
    /** They work on it. */
    STACK,
    /** They leave it alone; its amount counts for their thresholds. */
    CLOSED,
    /** They leave it alone, and its amount counts for no threshold. */
    CLOSED_NOT_COUNTED,
    /** They work on the base price, and the better of the two is taken; for lists that lower a base price. */
    COMPETE;

    /**
     * Tells whether offers leave the price alone.
     *
     * @return true for the two closed ones
     */
    public boolean isClosed() {
      return this == CLOSED || this == CLOSED_NOT_COUNTED;
    }
  }

  /** Whether prices are shown to everybody. */
  public enum Visibility {
    /** They are. */
    PUBLIC,
    /** They are not, and no reduction is announced by them. */
    PRIVATE
  }

  /** Which units count for a least quantity. */
  public enum Aggregate {
    /** Those of the SKU, over all lines of its merchant. */
    SKU,
    /** Those of all SKUs of its product, over all lines of its merchant. */
    SPU
  }

  /** Which units a price from a quantity on is for. */
  public enum Breaks {
    /** All units, once there are enough. */
    ALL_UNITS,
    /** The units from that quantity on. */
    GRADUATED
  }

  /** Checks that a base price competes with nothing. */
  public PriceList {
    if (stance == Stance.COMPETE && !kind.isOverride()) {
      throw new InvalidInputException(
          "The list (%s, %s) must lower a base price to compete with offers. Maybe use STACK."
              .formatted(id, kind));
    }
  }

  /**
   * The shop's ordinary list.
   *
   * @param id 1 to 64 visible characters
   * @param currency the currency of all its prices
   * @return the list, for everyone and always, of priority 0
   */
  public static PriceList regular(String id, CurrencyCode currency) {
    return of(id, Kind.REGULAR, currency);
  }

  /**
   * A list of a kind, for everyone and always, of priority 0; offers work on its prices, which are public unless they are agreed prices or
   * members'.
   *
   * @param id 1 to 64 visible characters
   * @param kind what it is for
   * @param currency the currency of all its prices
   * @return the list
   */
  public static PriceList of(String id, Kind kind, CurrencyCode currency) {
    boolean everybodys = kind != Kind.CONTRACT && kind != Kind.MEMBER;
    return new PriceList(
        new PriceListId(id),
        kind,
        currency,
        Tax.UNSTATED,
        Audience.EVERYONE,
        PriceWindow.ALWAYS,
        0,
        Stance.STACK,
        everybodys ? Visibility.PUBLIC : Visibility.PRIVATE,
        Aggregate.SKU,
        Breaks.ALL_UNITS);
  }

  /**
   * How narrow it is: the rank of its audience, and at least 4 if its prices were agreed (PRICING 2.3).
   *
   * @return 0 to 5
   */
  public int rank() {
    return kind == Kind.CONTRACT ? Math.max(4, audience.rank()) : audience.rank();
  }

  /**
   * Tells whether its prices are those that everybody in a market and channel gets, by which reductions are announced (PRICING 2.6).
   *
   * @return true if it is public, asks for no customer, group or tier, and is neither CONTRACT nor MEMBER
   */
  public boolean isAnnounced() {
    return visibility == Visibility.PUBLIC
        && kind != Kind.CONTRACT
        && kind != Kind.MEMBER
        && !audience.isPersonal();
  }

  /**
   * The same with tax in or out of its prices.
   *
   * @param other what its prices hold
   * @return a changed copy
   */
  public PriceList withTax(Tax other) {
    return new PriceList(
        id,
        kind,
        currency,
        other,
        audience,
        window,
        priority,
        stance,
        visibility,
        aggregate,
        breaks);
  }

  /**
   * The same for others.
   *
   * @param other who may buy at it
   * @return a changed copy
   */
  public PriceList withAudience(Audience other) {
    return new PriceList(
        id, kind, currency, tax, other, window, priority, stance, visibility, aggregate, breaks);
  }

  /**
   * The same at another time.
   *
   * @param other when it applies
   * @return a changed copy
   */
  public PriceList withWindow(PriceWindow other) {
    return new PriceList(
        id, kind, currency, tax, audience, other, priority, stance, visibility, aggregate, breaks);
  }

  /**
   * The same from an instant up to another.
   *
   * @param start the first instant that counts
   * @param end the first instant that no longer counts
   * @return a changed copy
   */
  public PriceList between(Instant start, Instant end) {
    return withWindow(PriceWindow.between(start, end));
  }

  /**
   * The same with a priority.
   *
   * @param other higher goes first
   * @return a changed copy
   */
  public PriceList withPriority(int other) {
    return new PriceList(
        id, kind, currency, tax, audience, window, other, stance, visibility, aggregate, breaks);
  }

  /**
   * The same with a stance.
   *
   * @param other what offers may do with its prices
   * @return a changed copy
   */
  public PriceList withStance(Stance other) {
    return new PriceList(
        id, kind, currency, tax, audience, window, priority, other, visibility, aggregate, breaks);
  }

  /**
   * The same, shown or not.
   *
   * @param other whether its prices are shown to everybody
   * @return a changed copy
   */
  public PriceList withVisibility(Visibility other) {
    return new PriceList(
        id, kind, currency, tax, audience, window, priority, stance, other, aggregate, breaks);
  }

  /**
   * The same with other units counting for least quantities.
   *
   * @param other which units count
   * @return a changed copy
   */
  public PriceList withAggregate(Aggregate other) {
    return new PriceList(
        id, kind, currency, tax, audience, window, priority, stance, visibility, other, breaks);
  }

  /**
   * The same with prices for all units, or for those from a quantity on.
   *
   * @param other which units a price is for
   * @return a changed copy
   */
  public PriceList withBreaks(Breaks other) {
    return new PriceList(
        id, kind, currency, tax, audience, window, priority, stance, visibility, aggregate, other);
  }
}
