package dev.akinai.core.pricing;

import dev.akinai.base.InvalidInputException;
import dev.akinai.money.Money;
import dev.akinai.pricing.RefundPlan;
import dev.akinai.pricing.RefundRequest;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/** How many units of each item went back before, and how many will have after a request (PRICING 11). For one plan and thread. */
final class RefundUnits {

  final List<RefundItem> items;
  final long[] from;
  final long[] to;

  RefundUnits(
      List<RefundItem> items,
      List<RefundPlan> before,
      Function<RefundPlan, List<RefundPlan.Back>> backs) {
    this.items = items;
    this.from = new long[items.size()];
    for (int i = 0; i < from.length; i++) {
      RefundItem item = items.get(i);
      from[i] = before.stream()
          .flatMap(plan -> backs.apply(plan).stream())
          .filter(item::is)
          .mapToLong(RefundPlan.Back::quantity)
          .sum();
    }
    this.to = from.clone();
  }

  /** Runs that are named go first, so that no unnamed unit takes their place. */
  void take(List<RefundRequest.Units> asked) {
    asked.stream().filter(each -> each.run().isPresent()).forEach(this::take);
    asked.stream().filter(each -> each.run().isEmpty()).forEach(this::take);
  }

  private void take(RefundRequest.Units asked) {
    long open = asked.quantity();
    for (int i : inOrder(asked.line(), asked.run())) {
      long units = Math.min(open, items.get(i).quantity() - to[i]);
      to[i] += units;
      open -= units;
    }
    if (open > 0) {
      throw new InvalidInputException(
          "The units (%d of line %s) must not be more than were bought and are not back (%d)."
                  .formatted(asked.quantity(), asked.line(), asked.quantity() - open)
              + " Maybe they came back already.");
    }
  }

  /** The items of a line, that of lowest unit net first. */
  private int[] inOrder(String line, OptionalInt run) {
    return IntStream.range(0, items.size())
        .filter(i -> items.get(i).id().equals(line))
        .filter(i -> run.isEmpty() || run.getAsInt() == items.get(i).run())
        .boxed()
        .sorted((i, j) -> compareUnits(items.get(i), items.get(j)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int compareUnits(RefundItem one, RefundItem other) {
    return Exact.compareRatios(one.net(), one.quantity(), other.net(), other.quantity());
  }

  /** A charge goes back up to what was paid for it. */
  void take(RefundRequest.ChargeBack asked) {
    int i = IntStream.range(0, items.size())
        .filter(each -> items.get(each).id().equals(asked.charge()))
        .findFirst()
        .orElseThrow(() -> new InvalidInputException(
            "The charge (%s) must be one of the quote. Maybe its method was meant."
                .formatted(asked.charge())));
    RefundItem item = items.get(i);
    long most = item.quantity() - to[i];
    to[i] += item.net() == 0 ? most : asked.upTo().map(Money::minor).orElse(most);
    to[i] = Math.min(to[i], item.quantity());
  }

  boolean none() {
    return RefundItem.sum(to) == 0;
  }

  boolean all() {
    return items.stream().mapToLong(RefundItem::quantity).sum() == RefundItem.sum(to);
  }

  /** What all units that are back carry. */
  RefundItem.Sums soFar() {
    var sums = RefundItem.Sums.ZERO;
    for (int i = 0; i < to.length; i++) {
      sums = sums.plus(items.get(i).upTo(to[i]));
    }
    return sums;
  }
}
