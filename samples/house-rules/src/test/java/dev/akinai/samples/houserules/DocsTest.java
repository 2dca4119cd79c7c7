package dev.akinai.samples.houserules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.order.Flow;
import dev.akinai.samples.houserules.Docs.Block;
import dev.akinai.samples.houserules.Tree.File;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Code in our pages is code that compiles, runs and prints what the page says. */
class DocsTest {
  private static final Map<String, String> FLOWS = flows();
  private static final Docs.Sources SOURCES =
      new Docs.Sources(path -> Tree.find(path).map(File::text), FLOWS);

  @Test
  void everyBlockEqualsItsSource() {
    List<Block> blocks = Tree.files().stream()
        .filter(file -> file.path().equals("README.md") || isPage(file.path()))
        .flatMap(page -> Docs.blocks(page).stream())
        .toList();

    assertThat(blocks).as("blocks in README.md and docs").hasSizeGreaterThanOrEqualTo(2);
    assertThat(blocks).flatExtracting(block -> Docs.wrong(block, SOURCES).stream().toList()).isEmpty();
  }

  @Test
  void knowsTheFlowsOfAnOrder() {
    assertThat(FLOWS.keySet()).contains("order.payment");
    assertThat(FLOWS.values()).allMatch(text -> text.startsWith("stateDiagram-v2\n"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
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
        path -> path.startsWith("bad/") ? Optional.of(Exceptions.resource("/" + path)) : Optional.empty(),
        Map.of("a.flow", "stateDiagram-v2\n  [*] --> OPEN\n"));
    String page = Exceptions.resource("/bad/docs/" + name + ".md");

    List<String> wrong = Docs.blocks(new File("docs/bad.md", page)).stream()
        .flatMap(block -> Docs.wrong(block, sources).stream())
        .toList();

    if (message == null) {
      assertThat(wrong).isEmpty();
    } else {
      assertThat(wrong).singleElement().asString().contains(message);
    }
  }

  private static boolean isPage(String path) {
    return path.startsWith("docs/") && path.endsWith(".md");
  }

  private static Map<String, String> flows() {
    try (Commerce shop =
        Akinai.builder().storage(Akinai.inMemory(Clock.systemUTC())).build()) {
      return shop.orders().flows().stream().collect(Collectors.toMap(Flow::name, Flow::toMermaid));
    }
  }
}
