package dev.akinai.core.pricing;

import dev.akinai.criteria.FactName;
import dev.akinai.criteria.Facts;
import dev.akinai.criteria.TreePosition;
import dev.akinai.criteria.Truth;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a condition may ask about one band. */
record BandFacts(Band band) implements Facts {

  private static final LineConditions LINES = new LineConditions();

  @Override
  public Optional<String> text(FactName fact) {
    return Optional.ofNullable(LINES.textOf(band, fact.value()));
  }

  @Override
  public OptionalLong number(FactName fact) {
    return optional(LINES.numberOf(band, fact.value()));
  }

  static OptionalLong optional(@Nullable Long number) {
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  @Override
  public Optional<Set<String>> set(FactName fact) {
    return Optional.ofNullable(LINES.setOf(band, fact.value()));
  }

  @Override
  public Optional<TreePosition> tree(FactName fact) {
    return fact.value().equals("category") ? Optional.of(band.position()) : Optional.empty();
  }

  @Override
  public Truth flag(FactName fact) {
    return fact.value().equals("reduced") ? Truth.of(band.isReduced()) : Truth.UNKNOWN;
  }
}
