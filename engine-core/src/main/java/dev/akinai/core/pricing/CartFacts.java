package dev.akinai.core.pricing;

import dev.akinai.core.criteria.CriteriaEvaluator;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.FactName;
import dev.akinai.criteria.Facts;
import dev.akinai.criteria.TreePosition;
import dev.akinai.criteria.Truth;
import dev.akinai.member.MemberId;
import dev.akinai.pricing.Cart;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What an offer's condition may ask about the cart at the moment the offer is tried; sums run over the offer's scope unless they say otherwise. */
record CartFacts(Cart cart, Set<String> codes, List<Band> bands, Criterion scope) implements Facts {

  @Override
  public Optional<String> text(FactName fact) {
    return switch (fact.value()) {
      case "channel" -> cart.channel();
      case "currency" -> Optional.of(cart.currency().code());
      case "member.id" -> cart.buyer().map(MemberId::value);
      default -> Optional.empty();
    };
  }

  @Override
  public OptionalLong number(FactName fact) {
    return OptionalLong.empty();
  }

  @Override
  public Optional<Set<String>> set(FactName fact) {
    return fact.value().equals("coupon") ? Optional.of(codes) : Optional.empty();
  }

  @Override
  public Optional<TreePosition> tree(FactName fact) {
    return Optional.empty();
  }

  @Override
  public Truth flag(FactName fact) {
    return Truth.UNKNOWN;
  }

  @Override
  public OptionalLong sum(Criterion.SumTest sum) {
    Criterion filter = sum.where().orElse(scope);
    List<Band> counted = bands.stream()
        .filter(band -> CriteriaEvaluator.evaluate(filter, new BandFacts(band)) == Truth.TRUE)
        .toList();
    long total = 0;
    for (Band band : counted) {
      total = Math.addExact(total, measure(band, sum));
    }
    return OptionalLong.of(sum.of() == Criterion.Measure.SKUS ? distinctSkus(counted) : total);
  }

  private static long measure(Band band, Criterion.SumTest sum) {
    return switch (sum.of()) {
      case AMOUNT -> (sum.basis() == Criterion.Basis.LIST ? band.list : band.net).minor();
      case QUANTITY -> band.quantity;
      case LINES -> band.portions.size();
      case SKUS -> 0;
    };
  }

  private static long distinctSkus(List<Band> bands) {
    return bands.stream().map(band -> band.item.sku().id()).distinct().count();
  }
}
