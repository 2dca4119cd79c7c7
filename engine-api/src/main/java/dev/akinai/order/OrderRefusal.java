package dev.akinai.order;

import dev.akinai.base.Refusal;
import dev.akinai.money.Money;
import dev.akinai.payment.PaymentId;
import dev.akinai.quota.HoldId;
import java.time.Instant;
import java.util.List;

/** Why an order could not be placed or changed, by precedence. */
public sealed interface OrderRefusal extends Refusal {

  /**
   * The quote is too old.
   *
   * @param expiredAt since when
   */
  record QuoteExpired(Instant expiredAt) implements OrderRefusal {
    @Override
    public String code() {
      return "quote.expired";
    }
  }

  /**
   * Other rules are in force than those that priced the quote, and the shop is strict.
   *
   * @param priced the ruleset of the quote
   * @param inForce the ruleset now
   */
  record RulesChanged(long priced, long inForce) implements OrderRefusal {
    @Override
    public String code() {
      return "quote.rules-changed";
    }
  }

  /**
   * The quote's content does not fit its digest.
   *
   * @param digest the digest it carries
   */
  record QuoteAltered(String digest) implements OrderRefusal {
    @Override
    public String code() {
      return "quote.altered";
    }
  }

  /**
   * The buyer saw another total.
   *
   * @param expected what the buyer saw
   * @param total what is due
   */
  record TotalOther(Money expected, Money total) implements OrderRefusal {
    @Override
    public String code() {
      return "total.other";
    }
  }

  /**
   * The hold was made for something else.
   *
   * @param hold which hold
   */
  record HoldOther(HoldId hold) implements OrderRefusal {
    @Override
    public String code() {
      return "hold.other";
    }
  }

  /**
   * The quote holds what an order cannot carry yet; placing it would lose track of money or goods.
   *
   * @param parts of {@code charges}, {@code tax}, {@code gifts} and {@code tenders} those that it holds
   */
  record NotCarried(List<String> parts) implements OrderRefusal {
    /** Copies the names. */
    public NotCarried {
      parts = List.copyOf(parts);
    }

    @Override
    public String code() {
      return "order.not-carried";
    }
  }

  /**
   * The payment does not cover what is due, to the minor unit.
   *
   * @param due what is due
   * @param captured what is in
   */
  record TenderOther(Money due, Money captured) implements OrderRefusal {
    @Override
    public String code() {
      return "tender.other";
    }
  }

  /**
   * The payment pays another order.
   *
   * @param payment which payment
   * @param group what it pays
   */
  record TenderUsed(PaymentId payment, String group) implements OrderRefusal {
    @Override
    public String code() {
      return "tender.used";
    }
  }

  /**
   * The order's state does not allow it.
   *
   * @param order which order
   * @param action what was asked for
   * @param state where it stands
   * @param blockedBy the conditions that do not hold, or empty if the action means nothing there
   */
  record MoveNotAllowed(OrderId order, String action, String state, List<String> blockedBy)
      implements OrderRefusal {
    @Override
    public String code() {
      return "order.move";
    }
  }

  /**
   * The order has fewer such units.
   *
   * @param order which order
   * @param piece the piece's number
   * @param asked the units asked for
   * @param available the units there are
   */
  record NotEnoughUnits(OrderId order, int piece, long asked, long available)
      implements OrderRefusal {
    @Override
    public String code() {
      return "order.units";
    }
  }
}
