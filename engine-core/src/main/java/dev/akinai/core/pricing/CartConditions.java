package dev.akinai.core.pricing;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Op;
import dev.akinai.criteria.Truth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conditions on a cart: who gets an offer. Stateless. */
final class CartConditions extends Conditions<CartView> {

  private final LineConditions lines = new LineConditions();

  CartConditions(Numbers numbers) {
    super(numbers);
  }

  @Override
  @Nullable
  String textOf(CartView cart, String fact) {
    return cart.text(fact);
  }

  @Override
  @Nullable
  Long numberOf(CartView cart, String fact) {
    return cart.number(fact);
  }

  @Override
  @Nullable
  Set<String> setOf(CartView cart, String fact) {
    return cart.set(fact);
  }

  @Override
  Test<CartView> tree(String fact, Criterion.Test test) {
    return cart -> Truth.UNKNOWN; // no fact of a cart is a tree
  }

  @Override
  Test<CartView> flag(String fact, Criterion.Test test) {
    return cart -> Truth.UNKNOWN; // no fact of a cart is a flag
  }

  @Override
  Test<CartView> sum(Criterion.SumTest sum) {
    Sum compiled = Sum.of(sum, lines);
    Op op = sum.op();
    long[] bounds = numbers(sum.bounds());
    return cart -> Truth.of(holds(compiled.over(cart), op, bounds));
  }

  @Override
  Test<CartView> ext(Criterion.Ext ext) {
    return cart -> cart.ext(ext);
  }
}
