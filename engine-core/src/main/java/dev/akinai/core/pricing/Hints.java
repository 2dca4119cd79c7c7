package dev.akinai.core.pricing;

import dev.akinai.pricing.Explanation;
import dev.akinai.pricing.Hint;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.Verdict;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a buyer could add to get an offer that came near: counterfactuals in amount or quantity that gain something (PRICING 7). Stateless. */
final class Hints {

  private static final Comparator<Hint> BEST_FIRST =
      ((Comparator<Hint>) Hints::compareGain).thenComparing(each -> each.offer().value());

  private Hints() {}

  /** The hints of greatest gain for what is missing. */
  static List<Hint> of(PricingInput input, CompiledRules rules, int most) {
    var explainer = new Explainer(input, rules);
    var hints = new ArrayList<Hint>();
    for (Verdict each : explainer.quote().verdicts()) {
      if (each.code() == Verdict.Code.THRESHOLD_NOT_MET) {
        int merchant = each.subject().indexOf('@');
        String id = merchant < 0 ? each.subject() : each.subject().substring(0, merchant);
        rules
            .withId(id)
            .flatMap(rule -> hint(explainer.explain(rule.offer.id()), explainer.quote()))
            .filter(hint -> !hints.contains(hint))
            .ifPresent(hints::add);
      }
    }
    return hints.stream().sorted(BEST_FIRST).limit(most).toList();
  }

  private static Optional<Hint> hint(Explanation explanation, Quote now) {
    return explanation
        .change()
        .map(change -> new Hint(
            explanation.offer(),
            change,
            change.quote().list().minus(now.list()),
            change.quote().discount().minus(now.discount())))
        .filter(hint -> hint.missing().minor() > 0 && hint.gain().minor() > 0);
  }

  private static int compareGain(Hint one, Hint other) {
    return product(other.gain().minor(), one.missing().minor())
        .compareTo(product(one.gain().minor(), other.missing().minor()));
  }

  private static BigInteger product(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }
}
