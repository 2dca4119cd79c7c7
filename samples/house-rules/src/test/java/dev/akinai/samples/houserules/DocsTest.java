package dev.akinai.samples.houserules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.order.Flow;
import dev.akinai.samples.houserules.Tree.File;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Code in our pages is code that compiles, runs and prints what the page says. */
class DocsTest {
  static final String DOCS = "docs that compile";

  private static final Map<String, String> FLOWS = flows();
  private static final Docs.Sources SOURCES =
      new Docs.Sources(path -> Tree.find(path).map(File::text), FLOWS);

  @Test
  void everyBlockEqualsItsSource() {
    Exceptions exceptions = Exceptions.load();
    var wrong = new ArrayList<String>();
    long blocks = 0;
    for (File page : Tree.files().stream().filter(DocsTest::isPage).toList()) {
      List<String> here = wrong(page, SOURCES);
      blocks += Docs.blocks(page).size();
      if (!here.isEmpty() && !exceptions.allow(DOCS, page.path())) {
        wrong.addAll(here);
      }
    }

    assertThat(blocks).as("blocks in README.md and docs").isGreaterThanOrEqualTo(3);
    assertThat(wrong).isEmpty();
    assertThat(exceptions.unused(Set.of(DOCS)))
        .as("rows that may go from exceptions.txt")
        .isEmpty();
  }

  @Test
  void knowsTheFlowsOfAnOrder() {
    assertThat(FLOWS.keySet()).contains("order.payment");
    assertThat(FLOWS.values()).allMatch(text -> text.startsWith("stateDiagram-v2\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "good          | ",
        "unmarked      | without a mark",
        "region        | - int cents = 1299;",
        "lost-region   | which is nowhere",
        "lost-file     | which is nowhere",
        "output        | + total CNY 12.30",
        "flow          | - stateDiagram-v1",
        "lost-flow     | which is nowhere",
        "unmarked-flow | flow: order.payment",
      })
  void catchesABadBlock(String name, String message) {
    var sources = new Docs.Sources(
        path -> path.startsWith("bad/")
            ? Optional.of(Exceptions.resource("/" + path))
            : Optional.empty(),
        Map.of("a.flow", "stateDiagram-v2\n  [*] --> OPEN\n"));
    String page = Exceptions.resource("/bad/docs/" + name + ".md");

    List<String> wrong = wrong(new File("docs/bad.md", page), sources);

    if (message == null) {
      assertThat(wrong).isEmpty();
    } else {
      assertThat(wrong).singleElement().asString().contains(message);
    }
  }

  private static List<String> wrong(File page, Docs.Sources sources) {
    return Docs.blocks(page).stream()
        .flatMap(block -> Docs.wrong(block, sources).stream())
        .toList();
  }

  private static boolean isPage(File file) {
    return file.path().equals("README.md")
        || file.path().startsWith("docs/") && file.endsWith(".md");
  }

  private static Map<String, String> flows() {
    try (Commerce shop =
        Akinai.builder().storage(Akinai.inMemory(Clock.systemUTC())).build()) {
      return shop.orders().flows().stream().collect(Collectors.toMap(Flow::name, Flow::toMermaid));
    }
  }
}
