package dev.akinai.testkit.pricing;

import dev.akinai.catalog.CatalogItem;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Literal;
import dev.akinai.criteria.Truth;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Offer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which goods an offer may touch, found out anew by reading its conditions; UNKNOWN where they ask for more than a name. Stateless. */
final class Scopes {

  private Scopes() {}

  /** Whether an offer may lower a piece. */
  static Truth of(Offer offer, QuotePiece piece, CatalogItem item) {
    return holds(offer.scope(), new Goods(item, piece.merchant().orElse("")));
  }

  /** Whether anything about an offer looks at a kind of goods: its scope, its sums, its parts. */
  static boolean mayLookAt(Offer offer, CatalogItem item) {
    var goods = new Goods(item, "");
    Stream<Criterion> filters = Stream.concat(
        sums(offer.when()).map(sum -> sum.where().orElse(offer.scope())),
        Stream.concat(Stream.of(offer.scope()), parts(offer.effect())));
    return filters.anyMatch(filter -> holds(filter, goods) != Truth.FALSE);
  }

  static Stream<Criterion.SumTest> sums(Criterion criterion) {
    Stream<Criterion.SumTest> here =
        criterion instanceof Criterion.SumTest sum ? Stream.of(sum) : Stream.empty();
    return Stream.concat(here, criterion.parts().stream().flatMap(Scopes::sums));
  }

  /** The first bound of a sum. */
  static long least(Criterion.SumTest sum) {
    return sum.bounds().stream()
        .filter(Literal.Whole.class::isInstance)
        .mapToLong(literal -> ((Literal.Whole) literal).value())
        .findFirst()
        .orElse(0);
  }

  private static Stream<Criterion> parts(Effect effect) {
    if (effect instanceof Effect.BuyGet buyGet) {
      return Stream.of(buyGet.buy().where(), buyGet.get().where());
    }
    return effect instanceof Effect.Bundle bundle
        ? bundle.parts().stream().map(Effect.Part::where)
        : Stream.empty();
  }

  private record Goods(CatalogItem item, String merchant) {}

  private static Truth holds(Criterion criterion, Goods goods) {
    if (criterion instanceof Criterion.All all) {
      return all.parts().stream().map(part -> holds(part, goods)).reduce(Truth.TRUE, Truth::and);
    }
    if (criterion instanceof Criterion.Any any) {
      return any.parts().stream().map(part -> holds(part, goods)).reduce(Truth.FALSE, Truth::or);
    }
    if (criterion instanceof Criterion.Not not) {
      return holds(not.part(), goods).not();
    }
    return criterion instanceof Criterion.Test test ? test(test, goods) : Truth.UNKNOWN;
  }

  private static Truth test(Criterion.Test test, Goods goods) {
    Set<String> asked = test.values().stream()
        .filter(Literal.Text.class::isInstance)
        .map(literal -> ((Literal.Text) literal).value())
        .collect(Collectors.toSet());
    List<String> has = values(test.fact().value(), goods);
    boolean any = has.stream().anyMatch(asked::contains);
    return switch (test.op()) {
      case EQ, IN, HAS, HAS_ANY, UNDER -> known(test, Truth.of(any));
      case NE, NOT_IN -> known(test, Truth.of(!any));
      case HAS_ALL -> known(test, Truth.of(Set.copyOf(has).containsAll(asked)));
      default -> Truth.UNKNOWN;
    };
  }

  private static Truth known(Criterion.Test test, Truth truth) {
    return Set.of("sku", "spu", "category", "tags", "merchant")
            .contains(test.fact().value())
        ? truth
        : Truth.UNKNOWN;
  }

  private static List<String> values(String fact, Goods goods) {
    CatalogItem item = goods.item();
    return switch (fact) {
      case "sku" -> List.of(item.sku().id().value());
      case "spu" -> List.of(item.product().value());
      case "category" ->
        item.categoryPath().stream().map(each -> Objects.toString(each.value())).toList();
      case "tags" -> List.copyOf(item.tags());
      case "merchant" -> List.of(goods.merchant());
      default -> List.of();
    };
  }
}
