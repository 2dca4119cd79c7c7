package dev.akinai.core.pricing;

import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.PricingInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What is in a cart that a lint tries: so many units of each kind of goods, every kind once. Immutable. */
record LintLines(List<Line> lines) {

  /** Fewer lines, then fewer units, then cheaper goods come first. */
  static final Comparator<LintLines> SMALLEST = Comparator.comparingInt(
          (LintLines each) -> each.lines.size())
      .thenComparingLong(LintLines::units)
      .thenComparingLong(LintLines::amount)
      .thenComparing(LintLines::toString);

  static final LintLines NONE = new LintLines(List.of());

  /** Units of one kind. */
  record Line(LintGood good, long units) {}

  LintLines {
    lines = List.copyOf(lines);
  }

  static LintLines of(LintGood good, long units) {
    return NONE.plus(good, units);
  }

  /** The same with more units, or fewer if the number is negative. */
  LintLines plus(LintGood good, long more) {
    var all = new ArrayList<Line>();
    boolean found = false;
    for (Line line : lines) {
      boolean same = line.good().index() == good.index();
      found |= same;
      long units = line.units() + (same ? more : 0);
      if (units > 0) {
        all.add(new Line(line.good(), units));
      }
    }
    if (!found && more > 0) {
      all.add(new Line(good, more));
    }
    return new LintLines(all);
  }

  LintLines plus(LintLines others) {
    LintLines all = this;
    for (Line line : others.lines) {
      all = all.plus(line.good(), line.units());
    }
    return all;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  boolean has(LintGood good) {
    return lines.stream().anyMatch(line -> line.good().index() == good.index());
  }

  long units() {
    return lines.stream().mapToLong(Line::units).sum();
  }

  long amount() {
    return lines.stream().mapToLong(line -> line.units() * line.good().price()).sum();
  }

  /** These lines in the cart of an input, instead of what is in it. */
  PricingInput in(PricingInput input) {
    Cart cart = input.cart().withLines(List.of());
    for (Line line : lines) {
      CartLine one = line.good().line();
      cart = cart.add(new CartLine(
          Integer.toString(cart.lines().size() + 1),
          one.sku(),
          line.units(),
          one.fixedPrice(),
          one.merchant(),
          one.taxClass(),
          one.attributes(),
          List.of()));
    }
    return input.withCart(cart);
  }

  @Override
  public String toString() {
    return lines.stream()
        .map(line -> line.units() + " x " + line.good().sku())
        .collect(Collectors.joining(" + "));
  }
}
