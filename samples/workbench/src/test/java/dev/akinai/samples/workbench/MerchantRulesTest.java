package dev.akinai.samples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.promotion.Ruleset;
import dev.akinai.samples.workbench.common.RulesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of a supermarket and of a fashion shop: sound, and their reports are what the commands print. */
class MerchantRulesTest {

  private static final Path REPORTS = Path.of("reports");
  private static final String JOURNEY = "data/complete_journey";
  private static final String RETAIL = "data/online_retail/lines-2010-12_2011-06.csv.gz";

  private static Path rules(String shop) {
    return Path.of("rules", shop + ".json");
  }

  private static String report(String name) throws IOException {
    return Files.readString(REPORTS.resolve(name + ".txt"));
  }

  private static Path data(String name) {
    Path data = SharedData.find(name);
    Assumptions.assumeTrue(Files.exists(data), () -> SharedData.skipped(data));
    return data;
  }

  @ParameterizedTest
  @ValueSource(strings = {"supermarket", "fashion"})
  void haveThirtyOffersOfManyKinds(String shop) {
    try (Commerce engine = Akinai.builder().build()) {
      Ruleset ruleset = RulesFile.read(rules(shop), engine);

      assertThat(ruleset.offers()).hasSizeGreaterThanOrEqualTo(30);
      assertThat(ruleset.offers().stream()
              .map(offer -> offer.effect().getClass())
              .collect(Collectors.toSet()))
          .hasSizeGreaterThanOrEqualTo(10);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"supermarket", "fashion"})
  void areLintedOnGoodsThatTheyNameWhereNothingElseIsKnown(String shop) {
    Cli run = Cli.run("lint", rules(shop), "--at", "2011-01-01T00:00:00Z");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("W-03").contains("pays").endsWith("findings\n");
  }

  @Test
  void aCartIsPricedAndExplained() throws IOException {
    Path cart = Path.of("examples", "supermarket-cart.json");
    Cli price = Cli.run("price", "--rules", rules("supermarket"), "--cart", cart);
    Cli why =
        Cli.run("price", "--rules", rules("supermarket"), "--cart", cart, "--explain", "from-30");

    assertThat(price.out()).isEqualTo(report("supermarket-price"));
    assertThat(why.out()).isEqualTo(report("supermarket-explain"));
  }

  @Test
  void anExplanationIsATreeForPrograms() {
    Cli run = Cli.run(
        "price",
        "--rules",
        rules("supermarket"),
        "--cart",
        Path.of("examples", "supermarket-cart.json"),
        "--explain",
        "from-30",
        "--json");

    assertThat(run.out())
        .contains("\"verdict\" : \"THRESHOLD_NOT_MET\"")
        .contains("\"text\" : \"with goods like");
  }

  @Test
  void anOfferThatIsNotThereIsToldInOneSentence() {
    Cli run = Cli.run(
        "price",
        "--rules",
        rules("supermarket"),
        "--cart",
        Path.of("examples", "supermarket-cart.json"),
        "--explain",
        "nobody");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("nobody");
  }

  @Test
  void theSupermarketsReportsAreWhatTheCommandsPrint() throws IOException {
    Path data = data(JOURNEY);
    Cli lint =
        Cli.run("lint", rules("supermarket"), "--goods", data, "--at", "2017-01-01T00:00:00Z");
    Cli simulation = Cli.run("simulate", "--used-up", "--rules", rules("supermarket"), data);

    assertThat(lint.out()).isEqualTo(report("supermarket-lint"));
    assertThat(simulation.out()).isEqualTo(report("supermarket-simulation"));
  }

  @Test
  void theFashionShopsReportsAreWhatTheCommandsPrint() throws IOException {
    Path data = data(RETAIL);
    Cli lint = Cli.run("lint", rules("fashion"), "--goods", data, "--at", "2010-12-01T00:00:00Z");
    Cli simulation = Cli.run("simulate", "--used-up", "--rules", rules("fashion"), data);

    assertThat(lint.out()).isEqualTo(report("fashion-lint"));
    assertThat(simulation.out()).isEqualTo(report("fashion-simulation"));
  }

  @Test
  void rulesAgainstThemselvesChangeNothing() {
    Path data = data(JOURNEY);
    Cli run = Cli.run(
        "simulate",
        "--rules",
        rules("supermarket"),
        "--against",
        rules("supermarket"),
        data,
        "--json");

    assertThat(run.out()).contains("\"changed\" : 0").contains("\"unpriced\" : 0");
  }

  @Test
  void aFolderWithoutDataIsToldInOneSentence() {
    Cli run = Cli.run("simulate", "--rules", rules("fashion"), Path.of("rules"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("must exist and be readable");
  }
}
