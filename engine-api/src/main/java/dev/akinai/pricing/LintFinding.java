package dev.akinai.pricing;

import dev.akinai.money.Money;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.Ruleset;
import java.util.List;
import java.util.Optional;

/**
 * Something about a ruleset that its merchant hardly meant, found before it is published (PRICING 8). It is a hint, no mistake: a threshold
 * is a cliff by its nature. Immutable.
 *
 * @param code what kind of thing it is
 * @param offers the offers concerned, by their part in it; none where price lists alone do it
 * @param text what happens, for people, with its amounts
 * @param example carts that show it, or empty where none is needed or none was found
 */
public record LintFinding(
    LintCode code, List<OfferId> offers, String text, Optional<Example> example) {

  /**
   * The smallest carts found that show it: fewer lines, then fewer units, then cheaper goods. Immutable.
   *
   * @param carts one, or two to compare: before and after goods are added, or by one order of two offers and by the other
   */
  public record Example(List<PricedCart> carts) {
    /** Copies the list. */
    public Example {
      carts = List.copyOf(carts);
    }
  }

  /**
   * A cart that was priced: {@code evaluate(input, ruleset)} gives this payable again. Immutable.
   *
   * @param input the cart, and the facts and the instant at which it was priced
   * @param ruleset the rules that were examined, or those with one thing changed, such as the order of two offers
   * @param payable what the buyer pays
   */
  public record PricedCart(PricingInput input, Ruleset ruleset, Money payable) {}

  /** Copies the list. */
  public LintFinding {
    offers = List.copyOf(offers);
  }
}
