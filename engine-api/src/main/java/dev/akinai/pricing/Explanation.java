package dev.akinai.pricing;

import dev.akinai.criteria.Truth;
import dev.akinai.money.Money;
import dev.akinai.promotion.OfferId;
import java.util.List;
import java.util.Optional;

/**
 * Why one offer does or does not apply to a cart, node by node, and what would change that (PRICING 7). Immutable.
 *
 * @param offer which offer
 * @param verdict what became of it; where it runs for each merchant, the best of its verdicts
 * @param nodes every node of its condition, parents before their parts; amounts as they stand before any offer
 * @param lines the cart lines in its scope
 * @param change the smallest change found that makes it apply, tried in the order amount, quantity, code, time, fact; empty if it applies, or
 *     if no single change is known to do it
 * @param forced what the buyer would pay if it had to apply; only where other offers won or shut it out
 */
public record Explanation(
    OfferId offer,
    Verdict verdict,
    List<Node> nodes,
    List<String> lines,
    Optional<Counterfactual> change,
    Optional<Money> forced) {

  /**
   * One node of a condition. Immutable.
   *
   * @param path where it stands, a JSON pointer such as {@code /when/all/1}
   * @param truth its own answer
   * @param facts what it looked at, such as {@code channel = app}; empty for a node that only combines others
   */
  public record Node(String path, Truth truth, String facts) {}

  /** Copies the lists. */
  public Explanation {
    nodes = List.copyOf(nodes);
    lines = List.copyOf(lines);
  }
}
