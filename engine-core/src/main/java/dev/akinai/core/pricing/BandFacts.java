package dev.akinai.core.pricing;

import dev.akinai.catalog.CategoryId;
import dev.akinai.criteria.FactName;
import dev.akinai.criteria.Facts;
import dev.akinai.criteria.TreePosition;
import dev.akinai.criteria.Truth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** What a condition may ask about one band. */
record BandFacts(Band band) implements Facts {

  @Override
  public Optional<String> text(FactName fact) {
    return switch (fact.value()) {
      case "sku" -> Optional.of(band.item.sku().id().value());
      case "spu" -> Optional.of(band.item.product().value());
      case "brand" -> band.item.brand();
      default -> Optional.empty();
    };
  }

  @Override
  public OptionalLong number(FactName fact) {
    return switch (fact.value()) {
      case "price" -> OptionalLong.of(band.unitPrice.minor());
      case "quantity" -> OptionalLong.of(band.quantity);
      default -> OptionalLong.empty();
    };
  }

  @Override
  public Optional<Set<String>> set(FactName fact) {
    return fact.value().equals("tags") ? Optional.of(band.item.tags()) : Optional.empty();
  }

  @Override
  public Optional<TreePosition> tree(FactName fact) {
    if (!fact.value().equals("category")) {
      return Optional.empty();
    }
    List<String> path = band.item.categoryPath().stream().map(CategoryId::value).toList();
    return Optional.of(new TreePosition(
        path.stream().limit(1).collect(Collectors.toSet()),
        path.stream().skip(1).collect(Collectors.toSet())));
  }

  @Override
  public Truth flag(FactName fact) {
    return Truth.UNKNOWN;
  }
}
