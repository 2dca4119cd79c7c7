package dev.akinai.promotion;

import dev.akinai.base.Refusal;
import java.util.List;

/** Why a change of the rules was refused, by precedence. */
public sealed interface PromotionRefusal extends Refusal {

  /**
   * The rules would contradict each other or what they name.
   *
   * @param issues everything that is wrong, each with its place
   */
  record Unsound(List<OfferIssue> issues) implements PromotionRefusal {
    /** Copies the issues. */
    public Unsound {
      issues = List.copyOf(issues);
    }

    @Override
    public String code() {
      return "promotion.unsound";
    }
  }
}
