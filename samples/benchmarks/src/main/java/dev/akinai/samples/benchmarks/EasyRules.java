package dev.akinai.samples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** Easy Rules, one rule for each of ours; its condition is the same typed test as in the naive loop. For one thread. */
final class EasyRules implements MatchEngine {

  private final List<Basket> baskets;
  private final Rules rules = new Rules();
  private final RulesEngine engine = new DefaultRulesEngine();

  EasyRules(MatchCase match) {
    baskets = match.baskets();
    for (Rule rule : match.rules()) {
      rules.register(new RuleBuilder()
          .name(rule.id())
          .when(facts -> rule.matches(facts.get("cart")))
          .then(facts -> {
            List<String> found = facts.get("found");
            found.add(rule.id());
          })
          .build());
    }
  }

  @Override
  public int match(int basket) {
    return found(basket).size();
  }

  @Override
  public Set<String> ids(int basket) {
    return new TreeSet<>(found(basket));
  }

  private List<String> found(int basket) {
    var found = new ArrayList<String>();
    Facts facts = new Facts();
    facts.put("cart", baskets.get(basket));
    facts.put("found", found);
    engine.fire(rules, facts);
    return found;
  }
}
