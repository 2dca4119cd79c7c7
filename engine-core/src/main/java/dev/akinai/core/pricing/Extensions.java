package dev.akinai.core.pricing;

import dev.akinai.base.InvalidInputException;
import dev.akinai.criteria.Args;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Truth;
import dev.akinai.pricing.CustomCondition;
import dev.akinai.pricing.CustomEffect;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Conditions and effects that the host registered, and what happens when they fail. Thread-safe. */
public final class Extensions {

  /** None. */
  public static final Extensions NONE = new Extensions(List.of(), List.of());

  private final Map<String, CustomCondition> conditions = new TreeMap<>();
  private final Map<String, CustomEffect> effects = new TreeMap<>();

  /** The failure of registered code; the offer that named it does not apply. */
  static final class FaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;

    FaultException(String what) {
      super(what, null, false, false);
      this.what = what;
    }

    /** What failed, for the verdict. */
    String what() {
      return what;
    }
  }

  /** Registers conditions and effects, each id once. */
  public Extensions(Collection<CustomCondition> conditions, Collection<CustomEffect> effects) {
    conditions.forEach(each -> put(this.conditions, each.id(), each));
    effects.forEach(each -> put(this.effects, each.id(), each));
  }

  private static <T> void put(Map<String, T> known, String id, T code) {
    if (known.putIfAbsent(id, code) != null) {
      throw new InvalidInputException(
          "The id (" + id + ") must be registered once. Maybe the second one needs another name.");
    }
  }

  /** The names of all conditions. */
  public Set<String> conditionIds() {
    return new TreeSet<>(conditions.keySet());
  }

  /** The names of all effects. */
  public Set<String> effectIds() {
    return new TreeSet<>(effects.keySet());
  }

  Truth test(Criterion.Ext ext, CartView cart) {
    CustomCondition condition = conditions.get(ext.id());
    if (condition == null) {
      throw new FaultException("ext:" + ext.id() + " is not registered");
    }
    try {
      return condition.test(cart.cart, cart.facts, ext.args());
    } catch (
        RuntimeException fault) { // the host's code: whatever it throws ends its own offer only
      throw new FaultException("ext:" + ext.id() + " threw " + fault.getClass().getSimpleName());
    }
  }

  Set<CustomEffect.Trait> traits(String id) {
    CustomEffect effect = effects.get(id);
    return effect == null ? Set.of() : effect.traits();
  }

  long raw(String id, List<CustomEffect.Line> scope, Args args, long base) {
    CustomEffect effect = effects.get(id);
    if (effect == null) {
      throw new FaultException("ext:" + id + " is not registered");
    }
    long raw;
    try {
      raw = effect.raw(scope, args);
    } catch (
        RuntimeException fault) { // the host's code: whatever it throws ends its own offer only
      throw new FaultException("ext:" + id + " threw " + fault.getClass().getSimpleName());
    }
    if (raw < 0 || raw > base) {
      throw new FaultException("ext:" + id + " answered " + raw + ", which is not 0 to " + base);
    }
    return raw;
  }
}
