package dev.akinai.core.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.akinai.core.json.JsonLimits;
import dev.akinai.core.json.StrictJson;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Criterion.Basis;
import dev.akinai.criteria.CriterionIssue;
import dev.akinai.criteria.Fact;
import dev.akinai.criteria.InvalidCriterionException;
import dev.akinai.criteria.Sum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriteriaJsonTest {
  private static final String APP = "{\"channel\":{\"eq\":\"app\"}}";

  @Property
  void readsBackWhatItRenders(@ForAll("criteria") Criterion criterion) {
    String text = CriteriaJson.render(criterion);

    assertThat(CriteriaJson.parse(text, Criteria.CART)).isEqualTo(criterion);
    assertThat(StrictJson.write(StrictJson.read(text, JsonLimits.RULES))).isEqualTo(text);
  }

  @Test
  void readsAndRendersTheConditionsOfAnOffer() {
    String when = "{\"all\":[{\"member.segments\":{\"hasAny\":[\"vip\",\"gold\"]}},"
        + "{\"channel\":{\"eq\":\"app\"}}]}";
    String scope = "{\"all\":[{\"any\":[{\"category\":{\"under\":\"apparel\"}},"
        + "{\"sku\":{\"in\":[\"A1\",\"A2\"]}}]},{\"not\":{\"tags\":{\"has\":\"no-promo\"}}}]}";

    Criterion parsed = CriteriaJson.parse(when, Criteria.CART);

    assertThat(parsed)
        .isEqualTo(Criterion.all(
            Fact.set("member.segments").hasAny("vip", "gold"),
            Fact.text("channel").eq("app")));
    assertThat(CriteriaJson.render(parsed)).isEqualTo(when);
    assertThat(CriteriaJson.render(CriteriaJson.parse(scope, Criteria.LINE))).isEqualTo(scope);
  }

  @Test
  void aSumIsOnTheNetBasisUnlessItSaysOtherwise() {
    String text = "{\"sum\":{\"of\":\"amount\",\"ge\":30000}}";

    Criterion parsed = CriteriaJson.parse(text, Criteria.CART);

    assertThat(parsed).isEqualTo(Sum.amount(Basis.NET).ge(30_000));
    assertThat(CriteriaJson.render(parsed))
        .isEqualTo("{\"sum\":{\"basis\":\"NET\",\"ge\":30000,\"of\":\"amount\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | criterion.bad-form | ``",
        "{} | criterion.bad-form | ``",
        "null | criterion.bad-form | ``",
        "{\"channel\":{\"eq\":\"a\"},\"all\":[]} | criterion.bad-form | ``",
        "{\"all\":{}} | criterion.bad-form | /all",
        "{\"any\":[{\"all\":[3]}]} | criterion.bad-form | /any/0/all/0",
        "{\"not\":[]} | criterion.bad-form | /not",
        "{\"chanel\":{\"eq\":\"a\"}} | criterion.unknown-fact | /chanel",
        "{\"a/b\":{\"eq\":\"a\"}} | criterion.unknown-fact | /a~1b",
        "{\"channel\":\"a\"} | criterion.bad-form | /channel",
        "{\"channel\":{}} | criterion.bad-form | /channel",
        "{\"channel\":{\"EQ\":\"a\"}} | criterion.unknown-op | /channel/EQ",
        "{\"channel\":{\"lt\":\"a\"}} | criterion.wrong-type | /channel/lt",
        "{\"channel\":{\"lt\":1}} | criterion.wrong-op | /channel/lt",
        "{\"channel\":{\"eq\":1}} | criterion.wrong-type | /channel/eq",
        "{\"channel\":{\"eq\":null}} | criterion.wrong-type | /channel/eq",
        "{\"channel\":{\"eq\":[\"a\"]}} | criterion.wrong-type | /channel/eq",
        "{\"channel\":{\"in\":\"a\"}} | criterion.wrong-type | /channel/in",
        "{\"channel\":{\"in\":[]}} | criterion.bad-value | /channel/in",
        "{\"channel\":{\"in\":[\"a\",{}]}} | criterion.wrong-type | /channel/in/1",
        "{\"channel\":{\"eq\":\"\\u0000\"}} | criterion.bad-value | /channel/eq",
        "{\"member.orders\":{\"between\":[2,1]}} | criterion.bad-value | /member.orders/between",
        "{\"member.orders\":{\"eq\":1.5}} | json.not-whole | /member.orders/eq",
        "{\"member.orders\":{\"eq\":1,\"eq\":2}} | json.duplicate-name | /member.orders/eq",
        "{\"sum\":[]} | criterion.bad-form | /sum",
        "{\"sum\":{\"of\":\"money\",\"ge\":1}} | criterion.bad-value | /sum/of",
        "{\"sum\":{\"ge\":1}} | criterion.bad-value | /sum/of",
        "{\"sum\":{\"of\":\"lines\"}} | criterion.bad-form | /sum",
        "{\"sum\":{\"of\":\"lines\",\"ge\":1,\"le\":2}} | criterion.bad-form | /sum",
        "{\"sum\":{\"of\":\"lines\",\"ge\":1,\"x\":2}} | criterion.unknown-field | /sum/x",
        "{\"sum\":{\"of\":\"lines\",\"eq\":1}} | criterion.wrong-op | /sum",
        "{\"sum\":{\"of\":\"lines\",\"ge\":\"1\"}} | criterion.wrong-type | /sum",
        "{\"sum\":{\"of\":\"lines\",\"ge\":1,\"basis\":\"NET\"}} | criterion.bad-form | /sum/basis",
        "{\"sum\":{\"of\":\"amount\",\"ge\":1,\"basis\":\"net\"}} | criterion.bad-value |"
            + " /sum/basis",
        "{\"sum\":{\"of\":\"lines\",\"ge\":1,\"where\":{\"channel\":{\"eq\":\"a\"}}}} "
            + "| criterion.unknown-fact | /sum/where/channel",
        "{\"ext:far\":{}} | criterion.unknown-ext | /ext:far",
        "{\"ext:near-store\":3} | criterion.bad-form | /ext:near-store",
        "{\"ext:near-store\":{\"a\":{}}} | criterion.wrong-type | /ext:near-store/a",
        "{\"ext:near-store\":{\"\":1}} | criterion.bad-name | /ext:near-store",
        "{\"ext:\":{}} | criterion.bad-name | /ext:"
      })
  void refusesWithCodeAndPlace(String text, String code, String pointer) {
    CriterionIssue first = issues(text).get(0);

    assertThat(first.code()).isEqualTo(code);
    assertThat(first.path()).isEqualTo(pointer);
  }

  @Test
  void reportsEverythingAtOnceAndFromWhereItStands() {
    String text =
        "{\"all\":[" + APP + ",{\"x\":{\"is\":1}},{\"channel\":{\"foo\":1}},{\"sum\":{\"a\":1}}]}";
    List<CriterionIssue> issues = new ArrayList<>();

    CriteriaJson.read(StrictJson.read(text, JsonLimits.RULES), "/when", Criteria.CART, issues::add);

    assertThat(issues)
        .extracting(issue -> issue.path() + " " + issue.code())
        .containsExactly(
            "/when/all/1/x criterion.unknown-fact",
            "/when/all/2/channel/foo criterion.unknown-op",
            "/when/all/3/sum/of criterion.bad-value",
            "/when/all/3/sum/a criterion.unknown-field",
            "/when/all/3/sum criterion.bad-form");
  }

  @Test
  void sumsNeedLines() {
    InvalidCriterionException refused = catchThrowableOfType(
        InvalidCriterionException.class,
        () -> CriteriaJson.parse("{\"sum\":{\"of\":\"lines\",\"ge\":1}}", Criteria.LINE));

    assertThat(refused.issues())
        .extracting(CriterionIssue::code)
        .containsExactly("criterion.no-sums");
  }

  @Test
  void takes256NodesAndNoMore() {
    String most = "{\"all\":[" + (APP + ",").repeat(254) + APP + "]}";
    String more = "{\"all\":[" + (APP + ",").repeat(255) + APP + "]}";

    assertThat(CriteriaJson.render(CriteriaJson.parse(most, Criteria.CART))).isEqualTo(most);
    assertThat(issues(more))
        .extracting(CriterionIssue::code)
        .containsExactly("criterion.too-large");
    assertThat(issues(more)).extracting(CriterionIssue::path).containsExactly("/all/255");
  }

  @Test
  void takes16LevelsAndNoMore() {
    String leaf = "{\"channel\":{\"in\":[\"a\"]}}";
    String most = "{\"all\":[".repeat(15) + leaf + "]}".repeat(15);
    String more = "{\"all\":[".repeat(16) + leaf + "]}".repeat(16);

    assertThat(CriteriaJson.render(CriteriaJson.parse(most, Criteria.CART))).isEqualTo(most);
    assertThat(issues(more))
        .extracting(CriterionIssue::code)
        .containsExactly("criterion.too-large");
    assertThat(issues("{\"not\":".repeat(39) + "{}" + "}".repeat(39)))
        .extracting(CriterionIssue::code)
        .containsExactly("criterion.too-large");
  }

  @Test
  void takes10000ValuesAndNoMore() {
    String most = "{\"member.orders\":{\"in\":[" + "1,".repeat(9_999) + "1]}}";
    String more = "{\"any\":[" + most + "," + APP + "]}";

    assertThat(CriteriaJson.render(CriteriaJson.parse(most, Criteria.CART))).isEqualTo(most);
    assertThat(issues(more))
        .extracting(CriterionIssue::code)
        .containsExactly("criterion.too-large");
  }

  @Test
  void aConditionTooLongToReadIsNotRendered() {
    String[] texts = new String[600];
    Arrays.fill(texts, "x".repeat(500));

    InvalidCriterionException refused = catchThrowableOfType(
        InvalidCriterionException.class,
        () -> CriteriaJson.render(Fact.text("channel").in(texts)));

    assertThat(refused.issues())
        .extracting(CriterionIssue::code)
        .containsExactly("criterion.too-large");
  }

  @Test
  void reports100IssuesAtMost() {
    assertThat(issues("{\"all\":[" + "3,".repeat(200) + "3]}")).hasSize(100);
  }

  @Provide
  Arbitrary<Criterion> criteria() {
    return Criteria.arbitrary();
  }

  private static List<CriterionIssue> issues(String text) {
    InvalidCriterionException refused = catchThrowableOfType(
        InvalidCriterionException.class, () -> CriteriaJson.parse(text, Criteria.CART));
    assertThat(refused).isNotNull();
    return refused.issues();
  }
}
