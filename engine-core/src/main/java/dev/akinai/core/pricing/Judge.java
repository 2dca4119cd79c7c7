package dev.akinai.core.pricing;

import dev.akinai.core.criteria.CriteriaEvaluator;
import dev.akinai.core.criteria.Explanation;
import dev.akinai.criteria.Truth;

/** The two ways to find the offers of a cart, which must agree (L-PRI-59). Stateless. */
enum Judge {
  /** By keys and compiled conditions: what quotes use. */
  COMPILED {
    @Override
    OfferIndex.Hits hits(Evaluation run, OfferIndex index) {
      return index.hits(run.sheet, run.input.cart(), run.view, run.input.coupons());
    }

    @Override
    Truth scope(CompiledOffer rule, Band band) {
      return rule.scope.of(band);
    }

    @Override
    Truth when(CompiledOffer rule, CartView view) {
      return rule.when.of(view);
    }
  },
  /** Every live offer, by the plain interpreter: the oracle. */
  INTERPRETED {
    @Override
    OfferIndex.Hits hits(Evaluation run, OfferIndex index) {
      var hits = new OfferIndex.Hits(run.sheet.bands.size());
      for (CompiledOffer rule : run.rules.offers) {
        if (rule.offer.schedule().covers(run.input.at()) && isOpened(rule, run)) {
          hits.add(rule.index);
        }
      }
      hits.sort();
      return hits;
    }

    private static boolean isOpened(CompiledOffer rule, Evaluation run) {
      return rule.offer.code().isEmpty()
          || rule.offer.sharedCode().filter(run.codes::contains).isPresent()
          || !run.coupons(rule).isEmpty();
    }

    @Override
    Truth scope(CompiledOffer rule, Band band) {
      return CriteriaEvaluator.evaluate(rule.offer.scope(), new BandFacts(band));
    }

    @Override
    Truth when(CompiledOffer rule, CartView view) {
      return CriteriaEvaluator.evaluate(rule.offer.when(), new CartFacts(view));
    }
  };

  abstract OfferIndex.Hits hits(Evaluation run, OfferIndex index);

  abstract Truth scope(CompiledOffer rule, Band band);

  abstract Truth when(CompiledOffer rule, CartView view);

  /** Which node of a condition decided, or which fact is not known. */
  String cause(CompiledOffer rule, CartView view) {
    Explanation explanation = CriteriaEvaluator.explain(rule.offer.when(), new CartFacts(view));
    boolean unknown = explanation.truth() == Truth.UNKNOWN;
    return explanation
        .cause()
        .map(cause -> unknown
            ? cause.fact().map(Object::toString).orElse(cause.path())
            : "/when" + cause.path())
        .orElse("/when");
  }
}
