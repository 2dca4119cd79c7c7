package dev.akinai.testkit.engine;

import dev.akinai.core.Akinai;
import dev.akinai.money.Money;
import dev.akinai.payment.PaymentPort;
import dev.akinai.payment.PortAnswer;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A payment provider that does what it is asked, and on demand loses its answer on the way back, as networks do. It knows what really moved.
 *
 * <p>The token {@code decline} is declined. Thread-safe.
 */
public final class MisbehavingPayments implements PaymentPort {

  private final PaymentPort provider;
  private final AtomicInteger answersToLose = new AtomicInteger();
  private final Map<String, Money> captures = new ConcurrentHashMap<>();
  private final Map<String, Money> refunds = new ConcurrentHashMap<>();

  /**
   * A provider that behaves until told otherwise.
   *
   * @param clock of its answers
   */
  public MisbehavingPayments(Clock clock) {
    this.provider = Akinai.inMemoryPayments(clock);
  }

  /** Does the next thing it is asked, and loses the answer. */
  public void loseNextAnswer() {
    answersToLose.incrementAndGet();
  }

  /**
   * What really came in.
   *
   * @return the sum, each key counted once
   */
  public Money captured() {
    return sum(captures).orElseThrow();
  }

  /**
   * What really went back.
   *
   * @return the sum, each key counted once
   */
  public Money refunded() {
    return sum(refunds).orElseThrow();
  }

  @Override
  public PortAnswer capture(String key, String token, Money amount) {
    PortAnswer answer = provider.capture(key, token, amount);
    if (answer instanceof PortAnswer.Done) {
      captures.put(key, amount);
    }
    return delivered(answer);
  }

  @Override
  public PortAnswer refund(String key, String captureKey, Money amount) {
    PortAnswer answer = provider.refund(key, captureKey, amount);
    refunds.put(key, amount);
    return delivered(answer);
  }

  @Override
  public PortAnswer enquire(String key) {
    return delivered(provider.enquire(key));
  }

  private PortAnswer delivered(PortAnswer answer) {
    if (answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IllegalStateException("The provider's answer was lost on the way. Maybe enquire.");
    }
    return answer;
  }

  private static Optional<Money> sum(Map<String, Money> amounts) {
    return amounts.values().stream().reduce(Money::plus);
  }
}
