package dev.akinai.pricing;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.money.Money;
import dev.akinai.promotion.OfferId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What comes back of an order that was priced by a quote: units of its lines, gifts, and charges that are given back. Immutable.
 *
 * <p>{@code RefundRequest.of("tea", 2).withCharge("shipping")} returns two units of the line {@code tea} and all that was paid for shipping.
 *
 * @param units which units, at most 2,000 entries
 * @param gifts which gifts, at most 2,000 entries
 * @param charges which charges, each once, at most 100
 * @param cashLeft what was received in money, deposits included, less what was given back; empty if all of the quote was paid
 */
public record RefundRequest(
    List<Units> units, List<Gifts> gifts, List<ChargeBack> charges, Optional<Money> cashLeft) {

  /** Nothing comes back: its plan shows what is still owed from earlier. */
  public static final RefundRequest NOTHING =
      new RefundRequest(List.of(), List.of(), List.of(), Optional.empty());

  /**
   * Units of one cart line.
   *
   * @param line the cart line
   * @param run which of the quote's runs, or empty: then the run of lowest unit net goes first
   * @param quantity 1 or more
   */
  public record Units(String line, OptionalInt run, long quantity) {
    /** Checks the quantity. */
    public Units {
      Text.requireVisible("line id", line, 64);
      requirePositive(line, quantity);
    }
  }

  /**
   * Gifts of one offer.
   *
   * @param offer which offer gave them
   * @param quantity 1 or more
   */
  public record Gifts(OfferId offer, long quantity) {
    /** Checks the quantity. */
    public Gifts {
      requirePositive(offer.value(), quantity);
    }
  }

  /**
   * A charge that is given back.
   *
   * @param charge its id
   * @param upTo before exclusive tax, 0 or more, or empty for all; never more goes back than was paid for it
   */
  public record ChargeBack(String charge, Optional<Money> upTo) {
    /** Checks the sign. */
    public ChargeBack {
      Text.requireVisible("charge id", charge, 64);
      upTo.ifPresent(amount -> requireNotNegative(charge, amount));
    }
  }

  /** Copies and bounds the lists. */
  public RefundRequest {
    requireSize("units of a refund", units.size(), Cart.MAX_LINES);
    requireSize("gifts of a refund", gifts.size(), Cart.MAX_LINES);
    requireSize("charges of a refund", charges.size(), Cart.MAX_CHARGES);
    if (charges.stream().map(ChargeBack::charge).distinct().count() < charges.size()) {
      throw new InvalidInputException(
          "The charges (%s) must be named once each. Maybe add the amounts up."
              .formatted(charges.stream().map(ChargeBack::charge).toList()));
    }
    cashLeft.ifPresent(amount -> requireNotNegative("cash left", amount));
    units = List.copyOf(units);
    gifts = List.copyOf(gifts);
    charges = List.copyOf(charges);
  }

  /**
   * Units of one line.
   *
   * @param line the cart line
   * @param quantity 1 or more
   * @return the request
   */
  public static RefundRequest of(String line, long quantity) {
    return NOTHING.with(line, quantity);
  }

  /**
   * The same request with units of one more line.
   *
   * @param line the cart line
   * @param quantity 1 or more
   * @return a changed copy
   */
  public RefundRequest with(String line, long quantity) {
    return with(new Units(line, OptionalInt.empty(), quantity));
  }

  /**
   * The same request with units of one run of a line, such as the ones that were paid for.
   *
   * @param line the cart line
   * @param run which of the quote's runs
   * @param quantity 1 or more
   * @return a changed copy
   */
  public RefundRequest withRun(String line, int run, long quantity) {
    return with(new Units(line, OptionalInt.of(run), quantity));
  }

  private RefundRequest with(Units more) {
    return new RefundRequest(plus(units, more), gifts, charges, cashLeft);
  }

  /**
   * The same request with gifts that come back too.
   *
   * @param offer which offer gave them
   * @param quantity 1 or more
   * @return a changed copy
   */
  public RefundRequest withGifts(OfferId offer, long quantity) {
    return new RefundRequest(units, plus(gifts, new Gifts(offer, quantity)), charges, cashLeft);
  }

  /**
   * The same request with all that was paid for a charge.
   *
   * @param charge its id
   * @return a changed copy
   */
  public RefundRequest withCharge(String charge) {
    return with(new ChargeBack(charge, Optional.empty()));
  }

  /**
   * The same request with a part of a charge.
   *
   * @param charge its id
   * @param upTo before exclusive tax; never more goes back than was paid for it
   * @return a changed copy
   */
  public RefundRequest withCharge(String charge, Money upTo) {
    return with(new ChargeBack(charge, Optional.of(upTo)));
  }

  private RefundRequest with(ChargeBack more) {
    return new RefundRequest(units, gifts, plus(charges, more), cashLeft);
  }

  /**
   * The same request where less money was received than the quote asked for.
   *
   * @param cash what was received in money, deposits included, less what was given back
   * @return a changed copy
   */
  public RefundRequest limitedTo(Money cash) {
    return new RefundRequest(units, gifts, charges, Optional.of(cash));
  }

  private static <T> List<T> plus(List<T> list, T more) {
    var all = new ArrayList<T>(list);
    all.add(more);
    return all;
  }

  private static void requireSize(String field, int size, int max) {
    if (size > max) {
      throw new InputTooLargeException(field, max, size);
    }
  }

  private static void requirePositive(String name, long quantity) {
    if (quantity < 1) {
      throw new InvalidInputException(
          "The quantity (%d) of %s that comes back must be 1 or more. Maybe leave it out."
              .formatted(quantity, name));
    }
  }

  private static void requireNotNegative(String name, Money amount) {
    if (amount.isNegative()) {
      throw new InvalidInputException(
          "The amount (%s) of %s must be 0 or more. Maybe the sign was turned."
              .formatted(amount, name));
    }
  }
}
