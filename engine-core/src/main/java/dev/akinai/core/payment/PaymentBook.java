package dev.akinai.core.payment;

import dev.akinai.base.Refusal;
import dev.akinai.core.base.Door;
import dev.akinai.core.base.RefusedInside;
import dev.akinai.core.event.Recorder;
import dev.akinai.core.json.RecordJson;
import dev.akinai.event.StreamEvent;
import dev.akinai.event.StreamId;
import dev.akinai.money.Money;
import dev.akinai.payment.Payment;
import dev.akinai.payment.PaymentId;
import dev.akinai.spi.UnitOfWork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads payments from their histories and writes facts and rows together. Stateless. */
public final class PaymentBook {

  private static final Map<String, Class<? extends PaymentEvent>> FACTS =
      Stream.<Class<? extends PaymentEvent>>of(
              PaymentEvent.CaptureIntended.class,
              PaymentEvent.CaptureAnswered.class,
              PaymentEvent.PaymentUsed.class,
              PaymentEvent.RefundPlanned.class,
              PaymentEvent.RefundAnswered.class)
          .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

  private final Recorder recorder;
  private final Door door;

  /** A book that tells what it writes. */
  public PaymentBook(Recorder recorder, Door door) {
    this.recorder = recorder;
    this.door = door;
  }

  /** The payment as its history adds up, or empty. */
  public static Optional<Payment> replay(UnitOfWork unit, PaymentId id) {
    return load(unit, id).map(PaymentState::view);
  }

  static Optional<PaymentState> load(UnitOfWork unit, PaymentId id) {
    List<StreamEvent> history = unit.streams().read(stream(id), 0);
    return history.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PaymentState(id, history.stream().map(PaymentBook::fact).toList()));
  }

  /** The payment, which must exist. */
  public Payment require(UnitOfWork unit, PaymentId id) {
    return load(unit, id)
        .map(PaymentState::view)
        .orElseThrow(() -> RefusedInside.because(new Refusal.Unknown("payment", id.value())));
  }

  /** Writes down which placement a payment pays. */
  public void use(UnitOfWork unit, PaymentId id, String group) {
    write(unit, id, load(unit, id).orElseThrow(), new PaymentEvent.PaymentUsed(group, door.now()));
  }

  /** Plans a refund: it is owed from now on, whatever the provider says. */
  public void planRefund(UnitOfWork unit, PaymentId id, Money amount, String reason) {
    PaymentState state = load(unit, id).orElseThrow();
    if (state.refundPlanned().plus(amount).compareTo(state.captured()) > 0) {
      throw new IllegalStateException(
          "The refunds of payment %s (%s and %s) must be at most what was captured (%s). Maybe two orders share it."
              .formatted(id, state.refundPlanned(), amount, state.captured()));
    }
    write(
        unit,
        id,
        state,
        new PaymentEvent.RefundPlanned(state.refunds().size() + 1, amount, reason, door.now()));
  }

  /** Appends a fact to the history the state was read from, and brings the row up to it. */
  PaymentState write(UnitOfWork unit, PaymentId id, PaymentState state, PaymentEvent fact) {
    recorder.append(unit, stream(id), state.version(), List.of((Record) fact));
    state.evolve(fact);
    unit.orders().put(state.view(), state.hasWork());
    return state;
  }

  static StreamId stream(PaymentId id) {
    return new StreamId("payment", id.value());
  }

  private static PaymentEvent fact(StreamEvent event) {
    Class<? extends PaymentEvent> type = FACTS.get(event.type());
    if (type == null) {
      throw new IllegalStateException(
          "The fact (%s) must be one that this version knows. Maybe a newer version wrote it."
              .formatted(event.type()));
    }
    return (PaymentEvent) RecordJson.read(event.payload(), type.asSubclass(Record.class));
  }
}
