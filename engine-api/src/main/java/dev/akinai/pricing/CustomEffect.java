package dev.akinai.pricing;

import dev.akinai.base.Api;
import dev.akinai.catalog.SkuId;
import dev.akinai.criteria.Args;
import java.util.List;
import java.util.Set;

/**
 * An effect in the host's own code, which offers name as {@code ext:<id>} (PRICING 3.6). It must be pure: equal arguments, equal answers. If it
 * throws, or answers what it may not, its offer does not apply and says so; the rest of the quote is intact. Thread-safe.
 */
@Api(Api.Use.IMPLEMENT)
public interface CustomEffect {

  /** What can be relied on, for a faster search; the testkit's laws check it (PRICING 3.3). */
  enum Trait {
    /** Raising a net never lowers the reduction. */
    MONOTONE,
    /** Adding a unit never lowers the reduction. */
    UNITS_HELP,
    /** Raising nets by some amount never raises the reduction by more. */
    NO_CLIFF,
    /** Each band on its own gives the same. */
    SEPARABLE
  }

  /**
   * One run of units in the scope, as it stands when the effect's turn comes. Immutable.
   *
   * @param sku which variant
   * @param merchant who sells it, or an empty text for the shop itself
   * @param quantity how many units
   * @param list before cart offers, in minor units
   * @param net what is left, in minor units
   */
  record Line(SkuId sku, String merchant, long quantity, long list, long net) {}

  /**
   * The name that offers use.
   *
   * @return a small letter, then up to 63 letters, digits, dots and dashes
   */
  String id();

  /**
   * What can be relied on.
   *
   * @return the traits; a wrong one makes a search miss the best combination
   */
  Set<Trait> traits();

  /**
   * What it takes off.
   *
   * @param scope the lines it may lower
   * @param args the offer's arguments
   * @return minor units, from 0 to the sum of the nets
   */
  long raw(List<Line> scope, Args args);
}
