package dev.akinai.core.promotion;

import dev.akinai.core.promotion.ObjectForm.Field;
import dev.akinai.core.promotion.ObjectForm.Values;
import dev.akinai.money.Money;
import dev.akinai.promotion.Benefit;
import dev.akinai.promotion.Benefit.AmountOff;
import dev.akinai.promotion.Benefit.FixedPrice;
import dev.akinai.promotion.Benefit.PercentOff;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of which an effect has exactly one: a share off, a sum off, or a price instead. Immutable.
 *
 * @param <T> the kind of value that has them
 * @param percent parts per million
 * @param off a sum
 * @param price empty where there can be no price
 */
record BenefitFields<T>(
    Field<T, Long> percent, Field<T, Money> off, Optional<Field<T, Money>> price) {

  /** Adds a share and a sum. */
  static <T> BenefitFields<T> without(ObjectForm.Builder<T> form, Function<T, Benefit> getter) {
    BenefitFields<T> fields =
        new BenefitFields<>(percent(form, getter), off(form, getter), Optional.empty());
    form.exactlyOne(fields.percent, fields.off);
    return fields;
  }

  /** Adds a share, a sum and a price, under the name that it has there. */
  static <T> BenefitFields<T> with(
      String priceName, ObjectForm.Builder<T> form, Function<T, Benefit> getter) {
    Field<T, Long> percent = percent(form, getter);
    Field<T, Money> off = off(form, getter);
    Field<T, Money> price = form.may(
        priceName,
        Forms.money(0),
        value -> getter.apply(value) instanceof FixedPrice fixed
            ? Optional.of(fixed.price())
            : Optional.empty());
    form.exactlyOne(percent, off, price);
    return new BenefitFields<>(percent, off, Optional.of(price));
  }

  Benefit of(Values values) {
    Optional<Benefit> share = values.find(percent).map(PercentOff::new);
    Optional<Benefit> sum = values.find(off).map(AmountOff::new);
    return share
        .or(() -> sum)
        .or(() -> price.flatMap(values::find).map(FixedPrice::new))
        .orElseThrow();
  }

  private static <T> Field<T, Long> percent(
      ObjectForm.Builder<T> form, Function<T, Benefit> getter) {
    return form.may(
        "percent",
        Forms.rate(),
        value -> getter.apply(value) instanceof PercentOff share
            ? Optional.of(share.ppm())
            : Optional.empty());
  }

  private static <T> Field<T, Money> off(ObjectForm.Builder<T> form, Function<T, Benefit> getter) {
    return form.may(
        "off",
        Forms.money(1),
        value -> getter.apply(value) instanceof AmountOff sum
            ? Optional.of(sum.off())
            : Optional.empty());
  }
}
