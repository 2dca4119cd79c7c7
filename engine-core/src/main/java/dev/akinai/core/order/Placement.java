package dev.akinai.core.order;

import dev.akinai.base.Actor;
import dev.akinai.base.Refusal;
import dev.akinai.core.base.Door;
import dev.akinai.core.base.RefusedInside;
import dev.akinai.core.ledger.LotKeeper;
import dev.akinai.core.payment.PaymentBook;
import dev.akinai.core.points.PointsService;
import dev.akinai.core.pricing.QuoteDigest;
import dev.akinai.core.promotion.Rules;
import dev.akinai.core.quota.HoldKeeper;
import dev.akinai.member.MemberId;
import dev.akinai.money.Money;
import dev.akinai.order.GroupId;
import dev.akinai.order.OrderEvent;
import dev.akinai.order.OrderId;
import dev.akinai.order.OrderRefusal;
import dev.akinai.order.PlaceOrder;
import dev.akinai.payment.Payment;
import dev.akinai.payment.PaymentId;
import dev.akinai.points.EarningRule;
import dev.akinai.pricing.Benefits;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.Ruleset;
import dev.akinai.quota.Hold;
import dev.akinai.quota.HoldState;
import dev.akinai.spi.UnitOfWork;
import dev.akinai.stock.HoldRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Places an order on the main road (ORDERS section 4): the units are held, the money is in, and one transaction confirms the hold, uses the
 * payment, freezes the pieces, earns pending points and tells of it. Nobody outside is asked. Stateless.
 */
public final class Placement {

  private final Door door;
  private final OrderBook book;
  private final HoldKeeper holds;
  private final PaymentBook payments;
  private final LotKeeper points;
  private final EarningRule earning;
  private final Rules rules;

  /** Placement on the storage's primitives. */
  public Placement(
      Door door,
      OrderBook book,
      HoldKeeper holds,
      PaymentBook payments,
      LotKeeper points,
      EarningRule earning,
      Rules rules) {
    this.door = door;
    this.book = book;
    this.holds = holds;
    this.payments = payments;
    this.points = points;
    this.earning = earning;
    this.rules = rules;
  }

  OrderState place(UnitOfWork unit, PlaceOrder command, OrderId id, GroupId group, Actor actor) {
    Instant now = door.now();
    Quote quote = command.quote();
    RefusedInside.ifAny(quoteRefusals(command, now));
    if (command.quoteCheck() == PlaceOrder.QuoteCheck.STRICT) {
      requireSameRules(quote, rules.inForce(unit, now));
    }
    Hold hold = unit.holds()
        .lock(command.hold())
        .orElseThrow(() ->
            RefusedInside.because(new Refusal.Unknown("hold", command.hold().value())));
    requireFit(hold, quote);
    requireCovered(unit, command);
    claimReference(unit, command, id);
    confirm(unit, hold);
    command.payment().ifPresent(payment -> payments.use(unit, payment, group.value()));
    OrderState state = new OrderState();
    var decisions = new Decisions(state, actor, now);
    decisions.place(placed(command, id, group, now));
    book.write(unit, state, decisions.facts());
    earnPending(unit, state);
    return state;
  }

  /** The order's points can be spent from now on. */
  void grantPoints(UnitOfWork unit, OrderState state) {
    Optional<Instant> expiry = earning.validFor().map(time -> door.now().plus(time));
    state
        .buyer()
        .ifPresent(buyer -> points.grant(
            unit, PointsService.account(buyer), earnKey(state), expiry, "order:" + state.id()));
  }

  static String earnKey(OrderState state) {
    return "earn-order:" + state.id();
  }

  private void earnPending(UnitOfWork unit, OrderState state) {
    long total =
        state.placed().pieces().stream().mapToLong(piece -> piece.points()).sum();
    var pending =
        new LotKeeper.Earning(earnKey(state), total, true, Optional.empty(), "order:" + state.id());
    state
        .buyer()
        .map(PointsService::account)
        .ifPresent(account -> points.earn(unit, account, pending));
  }

  private static void requireSameRules(Quote quote, Ruleset inForce) {
    if (!quote.rulesetHash().equals(inForce.hash())) {
      throw RefusedInside.because(
          new OrderRefusal.RulesChanged(quote.rulesetVersion(), inForce.version()));
    }
  }

  private static List<Refusal> quoteRefusals(PlaceOrder command, Instant now) {
    Quote quote = command.quote();
    var reasons = new ArrayList<Refusal>();
    if (!now.isBefore(quote.expiresAt())) {
      reasons.add(new OrderRefusal.QuoteExpired(quote.expiresAt()));
    }
    if (!quote.digest().equals(QuoteDigest.of(quote))) {
      reasons.add(new OrderRefusal.QuoteAltered(quote.digest()));
    }
    if (!command.expectedTotal().equals(quote.total())) {
      reasons.add(new OrderRefusal.TotalOther(command.expectedTotal(), quote.total()));
    }
    List<String> beyond = beyondPieces(quote);
    if (!beyond.isEmpty()) {
      reasons.add(new OrderRefusal.NotCarried(beyond));
    }
    return reasons;
  }

  /** An order is made of pieces; what else a quote holds would be paid or held and never be seen again. */
  private static List<String> beyondPieces(Quote quote) {
    var beyond = new ArrayList<String>();
    if (!quote.charges().isEmpty()) {
      beyond.add("charges");
    }
    if (!quote.tax().lines().isEmpty()) {
      beyond.add("tax");
    }
    if (quote.applied().stream()
        .anyMatch(
            each -> each.benefit().filter(Benefits.Gifts.class::isInstance).isPresent())) {
      beyond.add("gifts");
    }
    if (!quote.tenders().isEmpty()) {
      beyond.add("tenders");
    }
    return beyond;
  }

  private static void requireFit(Hold hold, Quote quote) {
    if (!hold.digest().equals(Optional.of(quote.digest()))) {
      throw RefusedInside.because(new OrderRefusal.HoldOther(hold.id()));
    }
  }

  private void requireCovered(UnitOfWork unit, PlaceOrder command) {
    Money due = command.quote().total();
    Optional<Payment> payment = command.payment().map(id -> payments.require(unit, id));
    Money captured = payment.map(Payment::captured).orElse(Money.zero(due.currency()));
    if (!captured.equals(due)) {
      throw RefusedInside.because(new OrderRefusal.TenderOther(due, captured));
    }
    payment.flatMap(Payment::usedBy).ifPresent(other -> {
      PaymentId used = command.payment().orElseThrow();
      throw RefusedInside.because(new OrderRefusal.TenderUsed(used, other));
    });
  }

  private static void claimReference(UnitOfWork unit, PlaceOrder command, OrderId id) {
    command
        .externalRef()
        .map(ref -> unit.orders().claim(ref, id))
        .filter(owner -> !owner.equals(id))
        .ifPresent(owner -> {
          throw RefusedInside.because(new Refusal.Changed("externalRef", owner.value(), 0));
        });
  }

  private void confirm(UnitOfWork unit, Hold hold) {
    if (hold.state() != HoldState.HELD || !holds.end(unit, hold, HoldState.CONFIRMED, false)) {
      HoldState now = unit.holds().find(hold.id()).orElseThrow().state();
      throw RefusedInside.because(new HoldRefusal.HoldEnded(hold.id(), now));
    }
  }

  private static OrderEvent.OrderPlaced placed(
      PlaceOrder command, OrderId id, GroupId group, Instant now) {
    Quote quote = command.quote();
    Optional<MemberId> buyer = quote.buyer();
    return new OrderEvent.OrderPlaced(
        id,
        group,
        now,
        buyer,
        quote.currency(),
        command.hold(),
        command.payment(),
        quote.digest(),
        quote.rulesetHash(),
        Decisions.freeze(quote),
        quote.total(),
        command.externalRef());
  }
}
