package dev.akinai.testkit.pricing;

import dev.akinai.base.Actor;
import dev.akinai.base.CallContext;
import dev.akinai.base.ShopId;
import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.pricing.CustomEffect;
import dev.akinai.spi.Storage;
import dev.akinai.testkit.engine.HandSetClock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * The engine that laws examine. Thread-safe.
 *
 * <p>Laws open shops of their own in it, so give them one that holds nothing dear.
 */
public final class LawSubject {

  private static final String MORNING = "2026-03-01T09:00:00Z";

  private final Commerce engine;
  private final HandSetClock clock;
  private final List<CustomEffect> effects;
  private final AtomicLong names = new AtomicLong();

  private LawSubject(Commerce engine, HandSetClock clock, List<CustomEffect> effects) {
    this.engine = engine;
    this.clock = clock;
    this.effects = effects;
  }

  /**
   * An engine of the host's own making.
   *
   * @param engine any engine; it is not closed
   * @param clock the one it was built with
   * @param effects what the host registered, so that its traits are examined too
   * @return the subject
   */
  public static LawSubject of(Commerce engine, HandSetClock clock, CustomEffect... effects) {
    return new LawSubject(engine, clock, List.of(effects));
  }

  /**
   * An engine in memory.
   *
   * @param effects what rules may name as {@code ext:<id>}
   * @return the subject
   */
  public static LawSubject inMemory(CustomEffect... effects) {
    return on(storage -> storage, effects);
  }

  static LawSubject on(UnaryOperator<Storage> around, CustomEffect... effects) {
    var clock = HandSetClock.at(MORNING);
    Akinai builder = Akinai.builder().clock(clock).storage(around.apply(Akinai.inMemory(clock)));
    List.of(effects).forEach(builder::effect);
    return of(builder.build(), clock, effects);
  }

  /**
   * The engine.
   *
   * @return the handle
   */
  public Commerce engine() {
    return engine;
  }

  /**
   * Its clock.
   *
   * @return set by hand
   */
  public HandSetClock clock() {
    return clock;
  }

  List<CustomEffect> effects() {
    return effects;
  }

  /** The same clock, effects and names for another engine around this one. */
  LawSubject with(Commerce other) {
    return new LawSubject(other, clock, effects);
  }

  /** A shop that was never used before. */
  ShopId freshShop() {
    return ShopId.of("law-" + names.incrementAndGet());
  }

  /** A call with a key that was never used before. */
  CallContext call(ShopId shop) {
    return CallContext.of(shop, Actor.staff("law"), "key-" + names.incrementAndGet());
  }
}
