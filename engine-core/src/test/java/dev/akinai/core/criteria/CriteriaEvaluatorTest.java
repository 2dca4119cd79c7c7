package dev.akinai.core.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.core.criteria.Explanation.Cause;
import dev.akinai.core.criteria.Explanation.NodeTruth;
import dev.akinai.criteria.Args;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Criterion.Basis;
import dev.akinai.criteria.Criterion.Ext;
import dev.akinai.criteria.Criterion.SumTest;
import dev.akinai.criteria.Fact;
import dev.akinai.criteria.FactName;
import dev.akinai.criteria.FactSheet;
import dev.akinai.criteria.Facts;
import dev.akinai.criteria.Sum;
import dev.akinai.criteria.TreePosition;
import dev.akinai.criteria.Truth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CriteriaEvaluatorTest {
  private static final Criterion WHEN = Criterion.all(
      Fact.set("member.segments").hasAny("vip", "gold"), Fact.text("channel").eq("app"));
  private static final Criterion SCOPE = Criterion.all(
      Criterion.any(Fact.tree("category").under("apparel"), Fact.text("sku").in("A1", "A2")),
      Criterion.not(Fact.set("tags").has("no-promo")));

  @Test
  void anOfferForAppMembersHoldsInTheAppOnly() {
    FactSheet.Builder vip = FactSheet.builder().set("member.segments", Set.of("vip"));

    assertThat(truth(WHEN, vip.text("channel", "app").build())).isEqualTo(Truth.TRUE);
    assertThat(truth(WHEN, vip.text("channel", "App").build())).isEqualTo(Truth.FALSE);
  }

  @Test
  void aKnownNoOutweighsTheUnknown() {
    FactSheet web = FactSheet.builder().text("channel", "web").build();
    FactSheet app = FactSheet.builder().text("channel", "app").build();

    assertThat(truth(WHEN, web)).isEqualTo(Truth.FALSE);
    assertThat(truth(WHEN, app)).isEqualTo(Truth.UNKNOWN);
    assertThat(truth(WHEN, FactSheet.builder().set("member.segments", Set.of()).build()))
        .isEqualTo(Truth.FALSE);
  }

  @Test
  void aScopeTakesGoodsBelowItsCategory() {
    TreePosition shirts = TreePosition.of("shirts", "apparel", "all");
    FactSheet.Builder shirt =
        FactSheet.builder().tree("category", shirts).text("sku", "S9").set("tags", Set.of("new"));

    assertThat(truth(SCOPE, shirt.build())).isEqualTo(Truth.TRUE);
    assertThat(truth(Fact.tree("category").at("apparel"), shirt.build())).isEqualTo(Truth.FALSE);
    assertThat(truth(Fact.tree("category").at("shirts"), shirt.build())).isEqualTo(Truth.TRUE);
    assertThat(truth(SCOPE, shirt.set("tags", Set.of("no-promo")).build())).isEqualTo(Truth.FALSE);
  }

  @Test
  void negativeQuestionsToTheUnknownStayUnknown() {
    assertThat(truth(Fact.text("channel").ne("app"), FactSheet.empty())).isEqualTo(Truth.UNKNOWN);
    assertThat(truth(Fact.text("channel").notIn("app"), FactSheet.empty()))
        .isEqualTo(Truth.UNKNOWN);
    assertThat(truth(Fact.set("tags").isNotEmpty(), FactSheet.empty())).isEqualTo(Truth.UNKNOWN);
    assertThat(truth(Criterion.not(SCOPE), FactSheet.empty())).isEqualTo(Truth.UNKNOWN);
    assertThat(truth(Fact.flag("reduced").isFalse(), FactSheet.empty())).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void intervalsAreHalfOpenAndThresholdsMetAtEquality() {
    Criterion between = Fact.number("price").between(100, 200);
    assertThat(price(between, 99)).isEqualTo(Truth.FALSE);
    assertThat(price(between, 100)).isEqualTo(Truth.TRUE);
    assertThat(price(between, 199)).isEqualTo(Truth.TRUE);
    assertThat(price(between, 200)).isEqualTo(Truth.FALSE);
    assertThat(price(Fact.number("price").ge(Long.MAX_VALUE), Long.MAX_VALUE))
        .isEqualTo(Truth.TRUE);
    assertThat(price(Fact.number("price").lt(Long.MIN_VALUE), Long.MIN_VALUE))
        .isEqualTo(Truth.FALSE);
  }

  @Test
  void sumsAndRegisteredConditionsAskTheView() {
    Facts cart = new CartFacts(OptionalLong.of(30_000), Truth.TRUE);
    Criterion near = new Ext("near-store", Args.none());

    assertThat(truth(Sum.amount(Basis.NET).ge(30_000), cart)).isEqualTo(Truth.TRUE);
    assertThat(truth(Sum.amount(Basis.NET).ge(30_001), cart)).isEqualTo(Truth.FALSE);
    assertThat(truth(Sum.amount(Basis.NET).ge(1), FactSheet.empty())).isEqualTo(Truth.UNKNOWN);
    assertThat(truth(near, cart)).isEqualTo(Truth.TRUE);
    assertThat(truth(near, FactSheet.empty())).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void explainsWithTheFirstNodeThatDecides() {
    FactSheet shirt = FactSheet.builder()
        .tree("category", TreePosition.of("apparel"))
        .set("tags", Set.of("no-promo"))
        .build();

    Explanation explained = CriteriaEvaluator.explain(SCOPE, shirt);

    assertThat(explained.truth()).isEqualTo(Truth.FALSE);
    Cause cause = explained.cause().orElseThrow();
    assertThat(cause.path()).isEqualTo("/all/1/not");
    assertThat(cause.fact()).contains(FactName.of("tags"));
    assertThat(cause.truth()).isEqualTo(Truth.TRUE);
  }

  @Test
  void explainsTheUnknownWithItsFact() {
    FactSheet app = FactSheet.builder().text("channel", "app").build();

    Cause cause = CriteriaEvaluator.explain(WHEN, app).cause().orElseThrow();

    assertThat(cause.path()).isEqualTo("/all/0");
    assertThat(cause.fact()).contains(FactName.of("member.segments"));
    assertThat(cause.truth()).isEqualTo(Truth.UNKNOWN);
    assertThat(CriteriaEvaluator.explain(Criterion.never(), app).cause())
        .contains(new Cause("", Criterion.never(), Truth.FALSE, Optional.empty()));
  }

  @Test
  void tracesEveryNodeButTheLinesOfASum() {
    Criterion criterion =
        Criterion.any(Sum.lines().where(Fact.text("sku").eq("a")).ge(1), WHEN);

    assertThat(CriteriaEvaluator.trace(criterion, FactSheet.empty()))
        .extracting(NodeTruth::path)
        .containsExactly("", "/any/0", "/any/1", "/any/1/all/0", "/any/1/all/1");
  }

  @Property
  void deMorgan(
      @ForAll("criteria") Criterion a,
      @ForAll("criteria") Criterion b,
      @ForAll("facts") FactSheet facts) {
    assertThat(truth(new Criterion.Not(new Criterion.All(List.of(a, b))), facts))
        .isEqualTo(truth(Criterion.any(Criterion.not(a), Criterion.not(b)), facts));
  }

  @Property
  void twoNegationsCancel(@ForAll("criteria") Criterion a, @ForAll("facts") FactSheet facts) {
    assertThat(truth(Criterion.not(Criterion.not(a)), facts)).isEqualTo(truth(a, facts));
  }

  // What is TRUE or FALSE stays so, whatever becomes known later.
  @Property
  void knowingMoreNeverTurnsAnAnswerRound(
      @ForAll("criteria") Criterion criterion,
      @ForAll("facts") FactSheet less,
      @ForAll("facts") FactSheet added) {
    Truth before = truth(criterion, less);
    Truth after = truth(criterion, new Both(less, added));

    assertThat(before == Truth.UNKNOWN || before == after).isTrue();
  }

  @Property
  void explanationsAgreeWithAnswersAndTraces(
      @ForAll("criteria") Criterion criterion, @ForAll("facts") FactSheet facts) {
    Explanation explained = CriteriaEvaluator.explain(criterion, facts);
    List<NodeTruth> trace = CriteriaEvaluator.trace(criterion, facts);

    assertThat(explained.truth()).isEqualTo(truth(criterion, facts));
    assertThat(trace.get(0).truth()).isEqualTo(explained.truth());
    assertThat(explained.cause().isEmpty()).isEqualTo(explained.truth().isTrue());
    explained
        .cause()
        .ifPresent(cause ->
            assertThat(trace).contains(new NodeTruth(cause.path(), cause.node(), cause.truth())));
  }

  @Provide
  Arbitrary<Criterion> criteria() {
    return Criteria.arbitrary();
  }

  @Provide
  Arbitrary<FactSheet> facts() {
    return Criteria.facts();
  }

  private static Truth truth(Criterion criterion, Facts facts) {
    return CriteriaEvaluator.evaluate(criterion, facts);
  }

  private static Truth price(Criterion criterion, long price) {
    return truth(criterion, FactSheet.builder().number("price", price).build());
  }

  /** What the first view knows, and beyond that what the second knows. */
  private record Both(Facts first, Facts second) implements Facts {
    @Override
    public Optional<String> text(FactName fact) {
      return first.text(fact).or(() -> second.text(fact));
    }

    @Override
    public OptionalLong number(FactName fact) {
      return first.number(fact).isPresent() ? first.number(fact) : second.number(fact);
    }

    @Override
    public Optional<Set<String>> set(FactName fact) {
      return first.set(fact).or(() -> second.set(fact));
    }

    @Override
    public Optional<TreePosition> tree(FactName fact) {
      return first.tree(fact).or(() -> second.tree(fact));
    }

    @Override
    public Truth flag(FactName fact) {
      return first.flag(fact) == Truth.UNKNOWN ? second.flag(fact) : first.flag(fact);
    }
  }

  /** A cart of one total. */
  private record CartFacts(OptionalLong total, Truth near) implements Facts {
    @Override
    public Optional<String> text(FactName fact) {
      return Optional.empty();
    }

    @Override
    public OptionalLong number(FactName fact) {
      return OptionalLong.empty();
    }

    @Override
    public Optional<Set<String>> set(FactName fact) {
      return Optional.empty();
    }

    @Override
    public Optional<TreePosition> tree(FactName fact) {
      return Optional.empty();
    }

    @Override
    public Truth flag(FactName fact) {
      return Truth.UNKNOWN;
    }

    @Override
    public OptionalLong sum(SumTest sum) {
      return total;
    }

    @Override
    public Truth ext(Ext ext) {
      return near;
    }
  }
}
