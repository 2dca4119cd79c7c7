package dev.akinai.core.pricing;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Truth;
import org.jspecify.annotations.Nullable;

/** A sum over the bands of a cart: of those that a filter lets through, or else of the offer's scope. Stateless. */
record Sum(@Nullable Test<Band> where, Criterion.Measure of, Criterion.Basis basis) {

  static Sum of(Criterion.SumTest sum, LineConditions lines) {
    return new Sum(sum.where().map(lines::compile).orElse(null), sum.of(), sum.basis());
  }

  /** A total beyond a long throws {@link ArithmeticException}; carts are held below that when their prices are chosen. */
  long over(CartView cart) {
    return switch (of) {
      case AMOUNT -> amount(cart);
      case QUANTITY -> quantity(cart);
      case LINES -> lines(cart);
      case SKUS -> skus(cart);
    };
  }

  private boolean counts(CartView cart, int index) {
    if (where == null && !cart.scope.get(index)) {
      return false; // most are out of most scopes, so this is asked first
    }
    Band band = cart.sheet.bands.get(index);
    return (cart.merchant < 0 || band.merchantIndex == cart.merchant)
        && (where == null || where.of(band) == Truth.TRUE);
  }

  private long amount(CartView cart) {
    Nets nets = cart.nets;
    long[] amounts = basis == Criterion.Basis.LIST ? nets.list : nets.net;
    long total = 0;
    int last = -1;
    boolean counted = false;
    for (int i = 0; i < nets.size && !nets.isCharge(i); i++) {
      if (nets.band[i] != last) {
        last = nets.band[i];
        counted = counts(cart, last);
      }
      if (counted && (nets.flags[i] & Nets.UNCOUNTED) == 0) {
        total = Math.addExact(total, amounts[i]);
      }
    }
    return total;
  }

  private long quantity(CartView cart) {
    long total = 0;
    for (Band band : cart.sheet.bands) {
      total += counts(cart, band.index) ? band.quantity : 0;
    }
    return total;
  }

  private long lines(CartView cart) {
    long total = 0;
    for (Band band : cart.sheet.bands) {
      total += counts(cart, band.index) ? band.lines.size() : 0;
    }
    return total;
  }

  private long skus(CartView cart) {
    return cart.sheet.bands.stream()
        .filter(band -> counts(cart, band.index))
        .map(band -> band.item.sku().id())
        .distinct()
        .count();
  }
}
