package dev.akinai.core.payment;

import dev.akinai.money.Money;
import dev.akinai.payment.PaymentPort;
import dev.akinai.payment.PortAnswer;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A provider for trying things out: it takes any money, except for the token {@code decline}, and answers a repeated key with its first
 * answer. It forgets everything when the process ends. Thread-safe.
 */
public final class InMemoryPayments implements PaymentPort {

  private final Clock clock;
  private final ConcurrentMap<String, PortAnswer> answers = new ConcurrentHashMap<>();

  /** A provider with its own clock. */
  public InMemoryPayments(Clock clock) {
    this.clock = clock;
  }

  @Override
  public PortAnswer capture(String key, String token, Money amount) {
    return answers.computeIfAbsent(
        key,
        each -> token.equals("decline") ? new PortAnswer.Declined("declined") : done(each, amount));
  }

  @Override
  public PortAnswer refund(String key, String captureKey, Money amount) {
    return answers.computeIfAbsent(key, each -> done(each, amount));
  }

  @Override
  public PortAnswer enquire(String key) {
    return answers.getOrDefault(key, new PortAnswer.NotFound());
  }

  private PortAnswer done(String key, Money amount) {
    return new PortAnswer.Done("memory-" + key, amount, clock.instant());
  }
}
