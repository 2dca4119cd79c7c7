package dev.akinai.core.pricing;

import dev.akinai.points.EarningRule;
import dev.akinai.pricing.PricingInput;
import dev.akinai.promotion.Ruleset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the offers of a cart without pricing it, so that this one step of a quote can be measured. It stands in the engine's own package because
 * the step is no part of the API. For one thread.
 */
public final class Matching {

  private final CompiledRules rules;

  /**
   * Compiles a ruleset.
   *
   * @param ruleset its offers in canonical order
   */
  public Matching(Ruleset ruleset) {
    rules = CompiledRules.of(ruleset, Extensions.NONE);
  }

  /**
   * Brings a cart into canonical order and gives it its prices, which is not measured.
   *
   * @param input the cart with its prices
   * @return the cart, ready to be matched any number of times
   */
  public Prepared prepare(PricingInput input) {
    return new Prepared(new Evaluation(input, rules, EarningRule.NONE));
  }

  /** A cart that is ready to be matched. For one thread. */
  public static final class Prepared {

    private final Evaluation run;

    private Prepared(Evaluation run) {
      this.run = run;
    }

    /**
     * Matches as a quote does: by keys and compiled conditions, with a verdict for each near miss.
     *
     * @return how many offers match
     */
    public int compiled() {
      return candidates(Judge.COMPILED).size();
    }

    /**
     * Matches by asking every offer with the plain interpreter, which the engine keeps as its oracle.
     *
     * @return how many offers match
     */
    public int interpreted() {
      return candidates(Judge.INTERPRETED).size();
    }

    /**
     * Walks the keys of the cart only.
     *
     * @return how many offers have one of them
     */
    public int keys() {
      return Judge.COMPILED.hits(run, run.rules.at(run.input.at())).size();
    }

    /**
     * Which offers match, as a quote finds them.
     *
     * @return their ids
     */
    public Set<String> compiledIds() {
      return ids(Judge.COMPILED);
    }

    /**
     * Which offers match, as the interpreter finds them.
     *
     * @return their ids
     */
    public Set<String> interpretedIds() {
      return ids(Judge.INTERPRETED);
    }

    private Set<String> ids(Judge judge) {
      var ids = new TreeSet<String>();
      candidates(judge).forEach(each -> ids.add(each.rule.offer.id().value()));
      return ids;
    }

    private List<Candidate> candidates(Judge judge) {
      return new Matcher(run, judge).candidates(0, run.rules.lanes.size());
    }
  }
}
