package dev.akinai.core.pricing;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Literal;
import dev.akinai.criteria.Op;
import dev.akinai.criteria.Truth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conditions on one band: which lines an offer may lower. Stateless. */
final class LineConditions extends Conditions<Band> {

  private static final String ATTRIBUTE = "attribute.";

  LineConditions() {
    super(Numbers.ASKED);
  }

  @Override
  @Nullable
  String textOf(Band band, String fact) {
    return switch (fact) {
      case "sku" -> band.item.sku().id().value();
      case "spu" -> band.item.product().value();
      case "brand" -> band.item.brand().orElse(null);
      case "merchant" -> band.merchant.isEmpty() ? null : band.merchant;
      case "priceKind" -> band.runs.get(0).kind();
      default ->
        fact.startsWith(ATTRIBUTE) ? band.attributes.get(fact.substring(ATTRIBUTE.length())) : null;
    };
  }

  @Override
  @Nullable
  Long numberOf(Band band, String fact) {
    return switch (fact) {
      case "price" -> band.unitPrice();
      case "quantity" -> band.quantity;
      default -> null;
    };
  }

  @Override
  @Nullable
  Set<String> setOf(Band band, String fact) {
    return fact.equals("tags") ? band.item.tags() : null;
  }

  @Override
  Test<Band> tree(String fact, Criterion.Test test) {
    String place = ((Literal.Text) test.values().get(0)).value();
    return test.op() == Op.AT
        ? band -> Truth.of(band.isAt(place))
        : band -> Truth.of(band.isUnder(place));
  }

  @Override
  Test<Band> flag(String fact, Criterion.Test test) {
    boolean wanted = ((Literal.Flag) test.values().get(0)).value();
    return fact.equals("reduced")
        ? band -> Truth.of(band.isReduced() == wanted)
        : band -> Truth.UNKNOWN;
  }

  @Override
  Test<Band> sum(Criterion.SumTest sum) {
    return band -> Truth.UNKNOWN; // the schema of lines has no sums
  }

  @Override
  Test<Band> ext(Criterion.Ext ext) {
    return band -> Truth.UNKNOWN; // registered conditions see the cart
  }
}
