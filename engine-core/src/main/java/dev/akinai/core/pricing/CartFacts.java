package dev.akinai.core.pricing;

import dev.akinai.core.criteria.CriteriaEvaluator;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.FactName;
import dev.akinai.criteria.Facts;
import dev.akinai.criteria.TreePosition;
import dev.akinai.criteria.Truth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What an offer's condition may ask about the cart at the moment the offer is tried; sums run over the offer's scope unless they say
 * otherwise. It asks each band anew, so that it can check the compiled sums.
 */
record CartFacts(CartView view) implements Facts {

  @Override
  public Optional<String> text(FactName fact) {
    return Optional.ofNullable(view.text(fact.value()));
  }

  @Override
  public OptionalLong number(FactName fact) {
    return BandFacts.optional(view.number(fact.value()));
  }

  @Override
  public Optional<Set<String>> set(FactName fact) {
    return Optional.ofNullable(view.set(fact.value()));
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
  public Truth ext(Criterion.Ext ext) {
    return view.ext(ext);
  }

  @Override
  public OptionalLong sum(Criterion.SumTest sum) {
    List<Band> counted =
        view.sheet.bands.stream().filter(band -> counts(band, sum)).toList();
    return OptionalLong.of(
        switch (sum.of()) {
          case AMOUNT -> counted.stream().mapToLong(band -> amount(band, sum)).sum();
          case QUANTITY -> counted.stream().mapToLong(band -> band.quantity).sum();
          case LINES -> counted.stream().mapToLong(band -> band.lines.size()).sum();
          case SKUS ->
            counted.stream().map(band -> band.item.sku().id()).distinct().count();
        });
  }

  private boolean counts(Band band, Criterion.SumTest sum) {
    boolean own = view.merchant < 0 || band.merchantIndex == view.merchant;
    return own
        && sum.where()
            .map(where -> CriteriaEvaluator.evaluate(where, new BandFacts(band)) == Truth.TRUE)
            .orElseGet(() -> view.scope.get(band.index));
  }

  private long amount(Band band, Criterion.SumTest sum) {
    Nets nets = view.nets;
    long total = 0;
    for (int i = 0; i < nets.size; i++) {
      if (nets.band[i] == band.index && (nets.flags[i] & Nets.UNCOUNTED) == 0) {
        total += sum.basis() == Criterion.Basis.LIST ? nets.list[i] : nets.net[i];
      }
    }
    return total;
  }
}
