package dev.akinai.testkit.pricing;

import dev.akinai.base.Api;
import dev.akinai.promotion.Draft;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * The laws of pricing on a merchant's own offers, or on a custom effect: a test class that implements two methods runs them all (PRICING 12).
 *
 * <p>Carts are made around the offers: near their thresholds, in and out of their scopes, at their opening and closing. A law that has
 * nothing to say of these offers is passed over. What fails names the law, the values, the seed and the smallest cart that was found; jqwik
 * shows its own seed, with which the run repeats. Needs jqwik 1.9.3 on the test path.
 */
@Api(Api.Use.IMPLEMENT)
public interface PricingLaws {

  /**
   * The engine: {@link LawSubject#inMemory} unless the host registers effects or conditions of its own.
   *
   * @return the same one each time
   */
  LawSubject subject();

  /**
   * The offers, such as what {@code promotions().parse(text)} reads.
   *
   * @return the rules, which must be sound
   */
  Draft rules();

  /**
   * L-PRI-01 to 11: what holds of every quote by itself.
   *
   * @param seed which cart
   */
  @Property(tries = 200, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  @Label("L-PRI-01 to 11: every quote adds up")
  default void addsUp(@ForAll long seed) {
    OwnRules.check(this, seed, 1, 11);
  }

  /**
   * L-PRI-12 to 21: what must not matter.
   *
   * @param seed which cart
   */
  @Property(tries = 200, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  @Label("L-PRI-12 to 21: what must not matter does not")
  default void doesNotMatter(@ForAll long seed) {
    OwnRules.check(this, seed, 12, 21);
  }

  /**
   * L-PRI-22 to 31: more is never less, and the best combination is the best; custom effects have the traits that they declare.
   *
   * @param seed which cart
   */
  @Property(tries = 100, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  @Label("L-PRI-22 to 31: more is never less, and the best is the best")
  default void isBest(@ForAll long seed) {
    OwnRules.check(this, seed, 22, 31);
  }

  /**
   * L-PRI-32 to 43: groups, coupons, prices, units, gifts.
   *
   * @param seed which cart
   */
  @Property(tries = 200, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  @Label("L-PRI-32 to 43: groups, coupons, prices, units and gifts are kept")
  default void keepsItsRules(@ForAll long seed) {
    OwnRules.check(this, seed, 32, 43);
  }

  /**
   * L-PRI-44 to 49: what goes back when goods come back.
   *
   * @param seed which cart
   */
  @Property(tries = 100, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  @Label("L-PRI-44 to 49: refunds add up")
  default void givesBack(@ForAll long seed) {
    OwnRules.check(this, seed, 44, 49);
  }

  /**
   * L-PRI-50 to 61: tax, verdicts, the written form.
   *
   * @param seed which cart
   */
  @Property(tries = 100, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  @Label("L-PRI-50 to 61: tax, verdicts and the written form are true")
  default void isTrue(@ForAll long seed) {
    OwnRules.check(this, seed, 50, 61);
  }
}
