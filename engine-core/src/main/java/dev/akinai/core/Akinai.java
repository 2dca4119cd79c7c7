package dev.akinai.core;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.core.base.Door;
import dev.akinai.core.base.TimeOrderedIds;
import dev.akinai.core.engine.Engine;
import dev.akinai.core.engine.Listeners;
import dev.akinai.core.payment.InMemoryPayments;
import dev.akinai.core.pricing.Extensions;
import dev.akinai.core.pricing.RuleCompiler;
import dev.akinai.core.spi.InMemoryStorage;
import dev.akinai.engine.Commerce;
import dev.akinai.event.EventListener;
import dev.akinai.payment.PaymentPort;
import dev.akinai.points.EarningRule;
import dev.akinai.price.PricePolicy;
import dev.akinai.pricing.BuyerFacts;
import dev.akinai.pricing.CustomCondition;
import dev.akinai.pricing.CustomEffect;
import dev.akinai.pricing.EligibilityFacts;
import dev.akinai.spi.Storage;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Builds a shop: the one way into the engine.
 *
 * <p>Everything has a default: the system's clock, ids that sort by time, a cryptographic random source, and a storage in memory that
 * forgets all when it is closed. The engine starts no thread. A builder is for one thread; what it builds is thread-safe.
 */
public final class Akinai {

  private final Map<String, PaymentPort> ports = new LinkedHashMap<>();
  private final Map<String, EventListener> listeners = new LinkedHashMap<>();
  private Optional<Storage> storage = Optional.empty();
  private Optional<Supplier<String>> ids = Optional.empty();
  private Clock clock = Clock.systemUTC();
  private RandomGenerator random = new SecureRandom();
  private EarningRule earning = EarningRule.NONE;
  private PricePolicy pricePolicy = PricePolicy.DEFAULT;
  private EligibilityFacts facts = (shop, cart) -> BuyerFacts.UNKNOWN;
  private final List<CustomCondition> conditions = new ArrayList<>();
  private final List<CustomEffect> effects = new ArrayList<>();

  private Akinai() {}

  /**
   * A builder with every default.
   *
   * @return the builder
   */
  public static Akinai builder() {
    return new Akinai();
  }

  /**
   * A storage in memory, for tests and for trying things out; it forgets everything when it is closed.
   *
   * @param clock on which deadlines of holds are set
   * @return the storage
   */
  public static Storage inMemory(Clock clock) {
    return new InMemoryStorage(clock);
  }

  /**
   * A payment provider for trying things out: it takes any money, except for the token {@code decline}.
   *
   * @param clock of its answers
   * @return the provider
   */
  public static PaymentPort inMemoryPayments(Clock clock) {
    return new InMemoryPayments(clock);
  }

  /**
   * Where the shop is kept; closing the shop closes it.
   *
   * @param plugIn such as {@code JdbcStorage.open("jdbc:h2:./shop")}
   * @return this builder
   */
  public Akinai storage(Storage plugIn) {
    storage = Optional.of(plugIn);
    return this;
  }

  /**
   * The clock of business time: prices, offers, orders, points.
   *
   * @param business UTC or any zone; only its instant is used
   * @return this builder
   */
  public Akinai clock(Clock business) {
    clock = business;
    return this;
  }

  /**
   * The source of new ids.
   *
   * @param source each call gives a new text of 1 to 48 visible characters; thread-safe
   * @return this builder
   */
  public Akinai ids(Supplier<String> source) {
    ids = Optional.of(source);
    return this;
  }

  /**
   * The source of chance: for ids, and for the pauses between retries.
   *
   * @param source thread-safe; a seeded one repeats a run
   * @return this builder
   */
  public Akinai random(RandomGenerator source) {
    random = source;
    return this;
  }

  /**
   * A payment provider.
   *
   * @param name by which commands choose it, 1 to 64 visible characters
   * @param port the provider
   * @return this builder
   */
  public Akinai payments(String name, PaymentPort port) {
    if (ports.putIfAbsent(Text.requireVisible("provider", name, 64), port) != null) {
      throw new InvalidInputException("The provider (" + name
          + ") must be given once. Maybe the second one needs another name.");
    }
    return this;
  }

  /**
   * A listener for everything that happens; it hears each event at least once, in order for each thing.
   *
   * @param name by which the engine remembers what it has heard, 1 to 64 visible characters
   * @param listener the listener
   * @return this builder
   */
  public Akinai listener(String name, EventListener listener) {
    if (listeners.putIfAbsent(Text.requireVisible("listener", name, 64), listener) != null) {
      throw new InvalidInputException("The listener (" + name
          + ") must be given once. Maybe the second one needs another name.");
    }
    return this;
  }

  /**
   * How many points orders earn; none if not set.
   *
   * @param rule the rate, and how long points last
   * @return this builder
   */
  public Akinai earning(EarningRule rule) {
    earning = rule;
    return this;
  }

  /**
   * Who tells what is known of buyers; nothing is known if not set.
   *
   * @param source asked once for each quote
   * @return this builder
   */
  public Akinai facts(EligibilityFacts source) {
    facts = source;
    return this;
  }

  /**
   * How the shop chooses among price lists; {@link PricePolicy#DEFAULT} unless said otherwise.
   *
   * @param policy for quotes, and for the price history
   * @return this builder
   */
  public Akinai choosePrices(PricePolicy policy) {
    pricePolicy = policy;
    return this;
  }

  /**
   * Registers a condition that rules may name as {@code ext:<id>}.
   *
   * @param condition pure code of the host, its id once
   * @return this builder
   */
  public Akinai condition(CustomCondition condition) {
    conditions.add(condition);
    return this;
  }

  /**
   * Registers an effect that rules may name as {@code ext:<id>}.
   *
   * @param effect pure code of the host, its id once
   * @return this builder
   */
  public Akinai effect(CustomEffect effect) {
    effects.add(effect);
    return this;
  }

  /**
   * Builds the shop.
   *
   * @return the handle; close it when the host ends
   */
  public Commerce build() {
    Storage kept = storage.orElseGet(() -> new InMemoryStorage(clock));
    var door = new Door(
        clock,
        ids.orElseGet(() -> new TimeOrderedIds(clock, random)),
        random::nextLong,
        Akinai::pause);
    return Engine.open(
        kept,
        door,
        new Engine.Settings(
            ports,
            new Listeners(listeners),
            earning,
            facts,
            pricePolicy,
            new RuleCompiler(new Extensions(conditions, effects))));
  }

  private static void pause(long millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }
}
