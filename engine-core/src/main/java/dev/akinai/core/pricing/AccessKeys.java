package dev.akinai.core.pricing;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Op;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds, for a condition, keys of which a cart or a line must have at least one if the condition is to be true (PRICING 4). Offers are filed
 * under them, so that a quote only looks at offers whose keys it has. Stateless.
 */
final class AccessKeys {

  private AccessKeys() {}

  /** What a key is about; the first kinds let fewer carts in. */
  enum Kind {
    COUPON(0),
    SKU(1),
    SPU(2),
    CATEGORY(3),
    BRAND(4),
    TAG(5),
    MERCHANT(6),
    SEGMENT(7),
    GROUP(8),
    TIER(9),
    CHANNEL(10);

    /** The larger, the more carts have such a key. */
    final int width;

    Kind(int width) {
      this.width = width;
    }
  }

  /** One key. */
  record Key(Kind kind, String value) {}

  /**
   * Keys that cover a condition.
   *
   * @param keys one of them is had wherever the condition is true
   * @param exact the condition is true wherever one of them is had
   */
  record Cover(List<Key> keys, boolean exact) {}

  /** Keys of the lines that an offer could lower, or empty if it could be any line. */
  static Optional<Cover> ofLines(Offer offer) {
    Optional<Cover> scope = line(offer.scope());
    if (scope.isPresent()) {
      return scope;
    }
    return ofUnits(offer.effect()).map(cover -> new Cover(cover.keys(), false));
  }

  private static Optional<Cover> ofUnits(Effect effect) {
    if (effect instanceof Effect.BuyGet buyGet) {
      return better(line(buyGet.buy().where()), line(buyGet.get().where()));
    }
    Optional<Cover> best = Optional.empty();
    if (effect instanceof Effect.Bundle bundle) {
      for (Effect.Part part : bundle.parts()) {
        best = better(best, line(part.where()));
      }
    }
    return best;
  }

  /** Keys of the carts that an offer is for, or empty if it could be any cart. */
  static Optional<Cover> ofCart(Criterion when) {
    if (when instanceof Criterion.All all) {
      Optional<Cover> best = Optional.empty();
      for (Criterion part : all.parts()) {
        best = better(best, ofCart(part));
      }
      return best;
    }
    if (when instanceof Criterion.Any any) {
      return union(any.parts().stream().map(AccessKeys::ofCart).toList());
    }
    return when instanceof Criterion.Test test ? cartTest(test) : Optional.empty();
  }

  private static Optional<Cover> line(Criterion criterion) {
    if (criterion instanceof Criterion.All all) {
      Optional<Cover> best = Optional.empty();
      for (Criterion part : all.parts()) {
        best = better(best, line(part));
      }
      return all.parts().size() == 1 ? best : best.map(c -> new Cover(c.keys(), false));
    }
    if (criterion instanceof Criterion.Any any) {
      return union(any.parts().stream().map(AccessKeys::line).toList());
    }
    return criterion instanceof Criterion.Test test ? lineTest(test) : Optional.empty();
  }

  private static Optional<Cover> union(List<Optional<Cover>> parts) {
    var keys = new ArrayList<Key>();
    boolean exact = true;
    for (Optional<Cover> part : parts) {
      if (part.isEmpty()) {
        return Optional.empty();
      }
      keys.addAll(part.get().keys());
      exact &= part.get().exact();
    }
    return keys.isEmpty() ? Optional.empty() : Optional.of(new Cover(keys, exact));
  }

  private static Optional<Cover> better(Optional<Cover> one, Optional<Cover> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isPresent() ? one : other;
    }
    return cost(other.get()) < cost(one.get()) ? other : one;
  }

  /** The kind of the widest key weighs most, then the number of keys. */
  private static long cost(Cover cover) {
    int widest = cover.keys().stream().mapToInt(key -> key.kind().width).max().orElse(0);
    return widest * 1_000_000L + cover.keys().size();
  }

  private static Optional<Cover> lineTest(Criterion.Test test) {
    return switch (test.fact().value()) {
      case "sku" -> equal(test, Kind.SKU);
      case "spu" -> equal(test, Kind.SPU);
      case "brand" -> equal(test, Kind.BRAND);
      case "merchant" -> equal(test, Kind.MERCHANT);
      case "tags" -> having(test, Kind.TAG);
      case "category" -> Optional.of(new Cover(keys(test, Kind.CATEGORY), test.op() == Op.UNDER));
      default -> Optional.empty();
    };
  }

  private static Optional<Cover> cartTest(Criterion.Test test) {
    return switch (test.fact().value()) {
      case "coupon" -> having(test, Kind.COUPON);
      case "member.segments" -> having(test, Kind.SEGMENT);
      case "member.groups" -> having(test, Kind.GROUP);
      case "member.tier" -> equal(test, Kind.TIER);
      case "channel" -> equal(test, Kind.CHANNEL);
      default -> Optional.empty();
    };
  }

  private static Optional<Cover> equal(Criterion.Test test, Kind kind) {
    return test.op() == Op.EQ || test.op() == Op.IN
        ? Optional.of(new Cover(keys(test, kind), true))
        : Optional.empty();
  }

  private static Optional<Cover> having(Criterion.Test test, Kind kind) {
    return switch (test.op()) {
      case HAS, HAS_ANY -> Optional.of(new Cover(keys(test, kind), true));
      case HAS_ALL ->
        Optional.of(new Cover(keys(test, kind).subList(0, 1), test.values().size() == 1));
      default -> Optional.empty();
    };
  }

  private static List<Key> keys(Criterion.Test test, Kind kind) {
    return Conditions.texts(test).stream()
        .sorted()
        .map(value -> new Key(kind, value))
        .toList();
  }
}
