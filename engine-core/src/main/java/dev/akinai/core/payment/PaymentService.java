package dev.akinai.core.payment;

import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.base.ShopId;
import dev.akinai.core.base.Commands;
import dev.akinai.core.payment.PaymentEvent.Answer;
import dev.akinai.payment.CapturePayment;
import dev.akinai.payment.Payment;
import dev.akinai.payment.PaymentId;
import dev.akinai.payment.PaymentPort;
import dev.akinai.payment.PaymentRefusal;
import dev.akinai.payment.Payments;
import dev.akinai.payment.PortAnswer;
import dev.akinai.spi.UnitOfWork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Payments through the host's ports (ORDERS section 6): the intent is committed before the provider is asked, the answer after it, and nobody
 * is asked inside a transaction. A crash in between leaves an intent, which {@link #recover} enquires about. Thread-safe.
 */
public final class PaymentService implements Payments {

  private static final Duration ASK_AFTER = Duration.ofSeconds(10);
  private static final System.Logger LOG = System.getLogger("dev.akinai.payment");

  private final Commands commands;
  private final PaymentBook book;
  private final Map<String, PaymentPort> ports;

  /** Payments on a storage, through named ports. */
  public PaymentService(Commands commands, PaymentBook book, Map<String, PaymentPort> ports) {
    this.commands = commands;
    this.book = book;
    this.ports = Map.copyOf(ports);
  }

  @Override
  public Outcome<Payment> capture(CapturePayment command, CallContext call) {
    requireOutsideTransactions();
    PaymentPort port = ports.get(command.provider());
    if (port == null) {
      return Outcome.refused(List.of(new PaymentRefusal.UnknownProvider(command.provider())));
    }
    var id = new PaymentId(commands.door().newId());
    var named = new Commands.Command("payment.capture", call, List.of(command), id.value());
    Outcome<PaymentState> intent = commands.run(
        named,
        unit -> intend(unit, id, command),
        (unit, known) -> PaymentBook.load(unit, new PaymentId(known)).orElseThrow());
    return intent.match(
        done -> finish(call.shop(), port, command, done),
        refused -> Outcome.refused(refused.reasons()),
        again -> new Outcome.AskAgain<>(again.after(), again.mayHaveHappened()));
  }

  @Override
  public Optional<Payment> find(ShopId shop, PaymentId payment) {
    return commands.inUnit(shop, unit -> unit.orders().payment(payment));
  }

  @Override
  public int recover(ShopId shop, int limit) {
    requireOutsideTransactions();
    int moved = 0;
    for (PaymentId id : commands.inUnit(shop, unit -> unit.orders().paymentsToDo(limit))) {
      moved += recover(shop, id) ? 1 : 0;
    }
    return moved;
  }

  /** Does what is left to do of one payment; true if it came nearer to its end. */
  public boolean recover(ShopId shop, PaymentId id) {
    PaymentState state =
        commands.inUnit(shop, unit -> PaymentBook.load(unit, id).orElseThrow());
    PaymentPort port = ports.get(state.provider());
    if (port == null) {
      LOG.log(
          System.Logger.Level.WARNING,
          "A payment waits for the provider " + state.provider()
              + ", which this engine was not given.");
      return false;
    }
    boolean moved = state.isCaptureOpen() && enquireCapture(shop, id, port);
    for (int number : state.refunds()) {
      moved |= state.refund(number).isOpen() && refund(shop, id, port, state, number);
    }
    return moved;
  }

  private PaymentState intend(UnitOfWork unit, PaymentId id, CapturePayment command) {
    return book.write(
        unit,
        id,
        new PaymentState(id, List.of()),
        new PaymentEvent.CaptureIntended(
            command.provider(), command.amount(), commands.door().now()));
  }

  private Outcome<Payment> finish(
      ShopId shop, PaymentPort port, CapturePayment command, Outcome.Done<PaymentState> intent) {
    PaymentState state = intent.value();
    if (state.isCaptureOpen()) {
      // the same key again: a provider that has heard it before takes no money twice
      PaymentId id = state.view().id();
      PortAnswer answer = ask(() -> port.capture(id.value(), command.token(), command.amount()));
      state = writeCapture(shop, id, answer);
    }
    return outcome(state, intent.replayed());
  }

  private Outcome<Payment> outcome(PaymentState state, boolean replayed) {
    Payment view = state.view();
    return switch (view.state()) {
      case CAPTURED -> new Outcome.Done<>(view, replayed);
      case DECLINED ->
        Outcome.refused(List.of(new PaymentRefusal.Declined(view.id(), state.declineReason())));
      case INTENDED, PENDING, UNKNOWN -> new Outcome.AskAgain<>(ASK_AFTER, true);
    };
  }

  private boolean enquireCapture(ShopId shop, PaymentId id, PaymentPort port) {
    PortAnswer answer = ask(() -> port.enquire(id.value()));
    // "never heard of it" may only mean "not yet": no conclusion is drawn, and the buyer's own
    // retry asks again
    return !(answer instanceof PortAnswer.NotFound)
        && !writeCapture(shop, id, answer).isCaptureOpen();
  }

  private PaymentState writeCapture(ShopId shop, PaymentId id, PortAnswer answer) {
    return commands.inUnit(shop, unit -> {
      PaymentState now = PaymentBook.load(unit, id).orElseThrow();
      if (!now.isCaptureOpen()) {
        return now;
      }
      PaymentEvent fact = new PaymentEvent.CaptureAnswered(
          checked(answer, now),
          externalId(answer),
          reason(answer),
          commands.door().now());
      return book.write(unit, id, now, fact);
    });
  }

  private boolean refund(
      ShopId shop, PaymentId id, PaymentPort port, PaymentState state, int number) {
    PaymentState.RefundState refund = state.refund(number);
    String key = id + "-r" + number;
    PortAnswer answer = ask(() -> refund.answer().isEmpty()
        ? port.refund(key, id.value(), refund.amount())
        : enquireRefund(port, key, id, refund));
    if (answer instanceof PortAnswer.NotFound) {
      return false;
    }
    PaymentState after = commands.inUnit(shop, unit -> writeRefund(unit, id, number, answer));
    return !after.refund(number).isOpen();
  }

  private static PortAnswer enquireRefund(
      PaymentPort port, String key, PaymentId id, PaymentState.RefundState refund) {
    PortAnswer answer = port.enquire(key);
    return answer instanceof PortAnswer.NotFound
        ? port.refund(key, id.value(), refund.amount())
        : answer;
  }

  private PaymentState writeRefund(UnitOfWork unit, PaymentId id, int number, PortAnswer answer) {
    PaymentState now = PaymentBook.load(unit, id).orElseThrow();
    if (!now.refund(number).isOpen()) {
      return now;
    }
    PaymentEvent fact = new PaymentEvent.RefundAnswered(
        number,
        answerOf(answer),
        externalId(answer),
        reason(answer),
        commands.door().now());
    return book.write(unit, id, now, fact);
  }

  private void requireOutsideTransactions() {
    if (commands.isJoined()) {
      throw new IllegalStateException(
          "A payment provider must not be called inside a transaction. Maybe use the engine's own handle, before or after it.");
    }
  }

  /** A port that throws has said nothing: nobody knows what became of the money. */
  private static PortAnswer ask(Supplier<PortAnswer> question) {
    try {
      return question.get();
    } catch (RuntimeException unanswered) {
      LOG.log(
          System.Logger.Level.WARNING,
          "A payment provider failed with " + unanswered.getClass().getName()
              + "; it will be enquired.");
      return new PortAnswer.Unknown();
    }
  }

  /** An answer about another amount is no answer. */
  private static Answer checked(PortAnswer answer, PaymentState state) {
    boolean other = answer instanceof PortAnswer.Done done && !done.amount().equals(state.amount());
    return other ? Answer.UNKNOWN : answerOf(answer);
  }

  private static Answer answerOf(PortAnswer answer) {
    if (answer instanceof PortAnswer.Done) {
      return Answer.DONE;
    }
    if (answer instanceof PortAnswer.Declined) {
      return Answer.DECLINED;
    }
    return answer instanceof PortAnswer.Pending ? Answer.PENDING : Answer.UNKNOWN;
  }

  private static Optional<String> externalId(PortAnswer answer) {
    return answer instanceof PortAnswer.Done done
        ? Optional.of(done.externalId())
        : Optional.empty();
  }

  private static Optional<String> reason(PortAnswer answer) {
    return answer instanceof PortAnswer.Declined declined
        ? Optional.of(declined.reason())
        : Optional.empty();
  }
}
