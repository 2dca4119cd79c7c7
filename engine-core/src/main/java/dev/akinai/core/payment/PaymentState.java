package dev.akinai.core.payment;

import dev.akinai.core.payment.PaymentEvent.Answer;
import dev.akinai.money.Money;
import dev.akinai.payment.Payment;
import dev.akinai.payment.PaymentId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A payment as its facts add up; pure. For one thread. */
final class PaymentState {

  /** One refund: how much, and whether the money has moved. */
  record RefundState(Money amount, Optional<Answer> answer) {
    boolean isOpen() {
      return answer.isEmpty() || answer.get() == Answer.PENDING || answer.get() == Answer.UNKNOWN;
    }
  }

  private final PaymentId id;
  private final TreeMap<Integer, RefundState> refunds = new TreeMap<>();
  private String provider = "";
  private Payment.State state = Payment.State.INTENDED;
  private Optional<Money> amount = Optional.empty();
  private Optional<String> usedBy = Optional.empty();
  private Optional<String> reason = Optional.empty();
  private long version;

  PaymentState(PaymentId id, List<PaymentEvent> facts) {
    this.id = id;
    facts.forEach(this::evolve);
  }

  void evolve(PaymentEvent fact) {
    version++;
    if (fact instanceof PaymentEvent.CaptureIntended intended) {
      provider = intended.provider();
      amount = Optional.of(intended.amount());
    } else if (fact instanceof PaymentEvent.CaptureAnswered answered) {
      state = stateAfter(answered.answer());
      reason = answered.reason();
    } else if (fact instanceof PaymentEvent.PaymentUsed used) {
      usedBy = Optional.of(used.group());
    } else if (fact instanceof PaymentEvent.RefundPlanned planned) {
      refunds.put(planned.number(), new RefundState(planned.amount(), Optional.empty()));
    } else if (fact instanceof PaymentEvent.RefundAnswered answered) {
      refunds.computeIfPresent(
          answered.number(),
          (number, refund) -> new RefundState(refund.amount(), Optional.of(answered.answer())));
    }
  }

  Payment view() {
    return new Payment(
        id, provider, state, amount(), captured(), refundPlanned(), refunded(), usedBy, version);
  }

  Money amount() {
    return amount.orElseThrow();
  }

  String provider() {
    return provider;
  }

  Payment.State state() {
    return state;
  }

  String declineReason() {
    return reason.orElse("declined");
  }

  long version() {
    return version;
  }

  Optional<String> usedBy() {
    return usedBy;
  }

  /** The numbers of all refunds, from 1. */
  Set<Integer> refunds() {
    return refunds.keySet();
  }

  RefundState refund(int number) {
    return Optional.ofNullable(refunds.get(number)).orElseThrow();
  }

  Money captured() {
    return state == Payment.State.CAPTURED ? amount() : Money.zero(amount().currency());
  }

  Money refundPlanned() {
    return refunds.values().stream()
        .map(RefundState::amount)
        .reduce(Money.zero(amount().currency()), Money::plus);
  }

  /** True while a capture or refund has no final answer; a declined refund stays owed and is for people to see. */
  boolean hasWork() {
    return isCaptureOpen() || refunds.values().stream().anyMatch(RefundState::isOpen);
  }

  boolean isCaptureOpen() {
    return state == Payment.State.INTENDED
        || state == Payment.State.PENDING
        || state == Payment.State.UNKNOWN;
  }

  private Money refunded() {
    return refunds.values().stream()
        .filter(refund -> refund.answer().equals(Optional.of(Answer.DONE)))
        .map(RefundState::amount)
        .reduce(Money.zero(amount().currency()), Money::plus);
  }

  private static Payment.State stateAfter(Answer answer) {
    return switch (answer) {
      case DONE -> Payment.State.CAPTURED;
      case DECLINED -> Payment.State.DECLINED;
      case PENDING -> Payment.State.PENDING;
      case UNKNOWN -> Payment.State.UNKNOWN;
    };
  }
}
