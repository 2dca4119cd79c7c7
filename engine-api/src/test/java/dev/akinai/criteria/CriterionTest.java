package dev.akinai.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.akinai.criteria.Criterion.Basis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CriterionTest {
  private static final Criterion APP = Fact.text("channel").eq("app");

  @Test
  void takes256NodesAndNoMore() {
    assertThat(CriterionLimits.sizeOf(allOf(254)).nodes()).isEqualTo(255);
    assertThat(CriterionLimits.sizeOf(allOf(255)).nodes()).isEqualTo(256);
    assertThat(refusal(() -> allOf(256))).containsExactly(CriterionIssue.TOO_LARGE);
    assertThat(refusal(() -> Criterion.not(allOf(255)))).containsExactly(CriterionIssue.TOO_LARGE);
  }

  @Test
  void takes16LevelsAndNoMore() {
    assertThat(CriterionLimits.sizeOf(nested(15)).depth()).isEqualTo(15);
    assertThat(CriterionLimits.sizeOf(nested(16)).depth()).isEqualTo(16);
    assertThat(refusal(() -> nested(17))).containsExactly(CriterionIssue.TOO_LARGE);
    Criterion sum = Sum.lines().where(nested(15)).ge(1);
    assertThat(CriterionLimits.sizeOf(sum).depth()).isEqualTo(16);
    assertThat(refusal(() -> Sum.lines().where(nested(16)).ge(1)))
        .containsExactly(CriterionIssue.TOO_LARGE);
  }

  @Test
  void takes10000ValuesAndNoMore() {
    Criterion most = Fact.number("price").in(new long[9_999]);
    assertThat(CriterionLimits.sizeOf(Criterion.all(most, APP)).literals()).isEqualTo(10_000);
    assertThat(refusal(() -> Criterion.all(most, APP, APP)))
        .containsExactly(CriterionIssue.TOO_LARGE);
    assertThat(refusal(() -> Fact.number("price").in(new long[10_001])))
        .containsExactly(CriterionIssue.TOO_LARGE);
  }

  @Test
  void aTextHas500CharactersAtMost() {
    assertThat(Literal.of("x".repeat(500))).isNotNull();
    assertThat(refusal(() -> Literal.of("x".repeat(501))))
        .containsExactly(CriterionIssue.BAD_VALUE);
    assertThat(refusal(() -> Literal.of("a\u0000"))).containsExactly(CriterionIssue.BAD_VALUE);
    assertThat(refusal(() -> Literal.of("\ud800"))).containsExactly(CriterionIssue.BAD_VALUE);
    assertThat(refusal(() -> Literal.of("\udc00\ud800"))).containsExactly(CriterionIssue.BAD_VALUE);
    assertThat(Literal.of("a\u0308")).isEqualTo(Literal.of("\u00e4"));
  }

  @Test
  void valuesGoWithTheirOperator() {
    assertThat(refusal(() -> Fact.text("channel").in())).containsExactly(CriterionIssue.BAD_VALUE);
    assertThat(refusal(() -> Fact.number("price").between(5, 5)))
        .containsExactly(CriterionIssue.BAD_VALUE);
    assertThat(refusal(() -> test(Op.LT, Literal.of("5")))).contains(CriterionIssue.WRONG_TYPE);
    assertThat(refusal(() -> test(Op.HAS, Literal.of(5)))).contains(CriterionIssue.WRONG_TYPE);
    assertThat(refusal(() -> test(Op.IS, Literal.of("true")))).contains(CriterionIssue.WRONG_TYPE);
    assertThat(refusal(() -> test(Op.EQ, Literal.of(true)))).contains(CriterionIssue.WRONG_TYPE);
    assertThat(refusal(() -> test(Op.IN, Literal.of(1), Literal.of("1"))))
        .contains(CriterionIssue.WRONG_TYPE);
    assertThat(refusal(() -> test(Op.EQ, Literal.of(1), Literal.of(2))))
        .contains(CriterionIssue.BAD_VALUE);
  }

  @Test
  void sumsCompareNumbersOfLines() {
    List<Literal> one = List.of(Literal.of(1));
    Criterion sum = Sum.lines().ge(1);
    assertThat(refusal(() -> Sum.lines().where(Criterion.not(sum)).ge(1)))
        .containsExactly(CriterionIssue.NO_SUMS);
    assertThat(refusal(() -> new Criterion.SumTest(
            Criterion.Measure.SKUS, Optional.empty(), Basis.LIST, Op.GE, one)))
        .containsExactly(CriterionIssue.BAD_FORM);
    assertThat(refusal(() ->
            new Criterion.SumTest(Criterion.Measure.SKUS, Optional.empty(), Basis.NET, Op.EQ, one)))
        .containsExactly(CriterionIssue.WRONG_OP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"channel", "member.registeredAt", "priceKind", "attribute.screen-size_2"})
  void acceptsNames(String name) {
    assertThat(FactName.of(name).value()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "all",
        "any",
        "not",
        "sum",
        "ext:x",
        "Channel",
        "a..b",
        "a.",
        ".a",
        "a b",
        "a-b",
        "attribute.",
        "\u00e4",
        "a\n"
      })
  void refusesWhatIsNoName(String name) {
    assertThat(refusal(() -> FactName.of(name))).containsExactly(CriterionIssue.BAD_NAME);
  }

  @Test
  void pathsNameEveryNode() {
    Criterion criterion = Criterion.all(
        APP, Criterion.not(Criterion.any(APP, Sum.lines().where(APP).ge(1))));
    assertThat(CriterionPaths.walk(criterion))
        .extracting(CriterionPaths.Step::path)
        .containsExactly(
            "",
            "/all/0",
            "/all/1",
            "/all/1/not",
            "/all/1/not/any/0",
            "/all/1/not/any/1",
            "/all/1/not/any/1/sum/where");
  }

  @Test
  void theSchemaNamesEverythingThatDoesNotFit() {
    FactSchema line = FactSchema.builder().facts(FactType.SET, "tags").build();
    FactSchema cart = FactSchema.builder()
        .facts(FactType.TEXT, "channel")
        .family(FactType.TEXT, "attribute")
        .extensions("near")
        .lines(line)
        .build();
    Criterion criterion = Criterion.all(
        APP,
        Fact.text("attribute.colour").eq("red"),
        Fact.text("attribute").eq("red"),
        Fact.number("channel").lt(3),
        Fact.number("channel").eq(3),
        new Criterion.Ext("near", Args.none()),
        new Criterion.Ext("far", Args.none()),
        Sum.lines().where(APP).ge(1),
        Sum.lines().where(Fact.set("tags").has("x")).ge(1));

    assertThat(cart.issues(criterion))
        .extracting(issue -> issue.path() + " " + issue.code())
        .containsExactly(
            "/all/2/attribute criterion.unknown-fact",
            "/all/3/channel/lt criterion.wrong-op",
            "/all/4/channel/eq criterion.wrong-type",
            "/all/6/ext:far criterion.unknown-ext",
            "/all/7/sum/where/channel criterion.unknown-fact");
    assertThat(line.issues(Sum.lines().ge(1)))
        .extracting(CriterionIssue::code)
        .containsExactly(CriterionIssue.NO_SUMS);
    assertThat(cart.require(APP)).isSameAs(APP);
  }

  private static Criterion test(Op op, Literal... values) {
    return new Criterion.Test(FactName.of("fact"), op, List.of(values));
  }

  private static Criterion allOf(int parts) {
    return new Criterion.All(new ArrayList<>(Collections.nCopies(parts, APP)));
  }

  private static Criterion nested(int levels) {
    Criterion criterion = APP;
    for (int i = 1; i < levels; i++) {
      criterion = Criterion.all(criterion);
    }
    return criterion;
  }

  private static List<String> refusal(ThrowingCallable call) {
    InvalidCriterionException refused = catchThrowableOfType(InvalidCriterionException.class, call);
    assertThat(refused).isNotNull();
    return refused.issues().stream().map(CriterionIssue::code).toList();
  }
}
