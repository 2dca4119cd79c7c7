package dev.akinai.samples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.StatelessKieSession;
import org.kie.internal.utils.KieHelper;

/**
 * Drools with a stateless session, one rule for each of ours, in the form that suits it best: the sums by key are facts, made before anything is
 * measured, and each rule compares two fields of one fact. For one thread.
 */
final class Drools implements MatchEngine {

  private final List<List<Subtotal>> facts;
  private final StatelessKieSession session;

  /** The sum of the lines that have one key. Drools reads its fields through getters. */
  public static final class Subtotal {

    private final String key;
    private final long amount;

    Subtotal(String key, long amount) {
      this.key = key;
      this.amount = amount;
    }

    /** What the lines have. */
    public String getKey() {
      return key;
    }

    /** What they come to. */
    public long getAmount() {
      return amount;
    }
  }

  Drools(MatchCase match) {
    facts = match.baskets().stream()
        .map(basket -> basket.subtotals().entrySet().stream()
            .map(each -> new Subtotal(each.getKey(), each.getValue()))
            .toList())
        .toList();
    session = new KieHelper()
        .addContent(text(match.rules()), ResourceType.DRL)
        .build()
        .newStatelessKieSession();
  }

  /** The rules in Drools' own language. */
  static String text(List<Rule> rules) {
    var text = new StringBuilder("package benchmark;\n")
        .append("import ")
        .append(Subtotal.class.getCanonicalName())
        .append(";\nglobal java.util.List found;\n");
    for (Rule rule : rules) {
      text.append("""
          rule "%s" dialect "mvel" when
            Subtotal(key == "%s", amount >= %dL)
          then
            found.add("%s");
          end
          """.formatted(rule.id(), rule.subtotal(), rule.from(), rule.id()));
    }
    return text.toString();
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
    session.setGlobal("found", found);
    session.execute(facts.get(basket));
    return found;
  }
}
