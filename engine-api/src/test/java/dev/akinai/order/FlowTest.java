package dev.akinai.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akinai.base.InvalidInputException;
import dev.akinai.order.Flow.Move;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlowTest {

  @Test
  void findsTheOneMove() {
    Flow flow = flow(Move.of("A", "go", "B"), Move.of("B", "back", "A"));

    assertThat(flow.find("A", "go").orElseThrow().to()).isEqualTo("B");
    assertThat(flow.find("B", "go")).isEmpty();
    assertThat(flow.toMermaid())
        .isEqualTo("stateDiagram-v2\n  [*] --> A\n  A --> B: go\n  B --> A: back\n  B --> [*]\n");
  }

  @Test
  void refusesTablesThatAreNotSound() {
    assertRefused("Two moves of f leave A on go", Move.of("A", "go", "B"), Move.of("A", "go", "A"));
    assertRefused(
        "The state C of f must be reachable", Move.of("A", "go", "B"), Move.of("C", "go", "B"));
    assertRefused(
        "The state D of f must have a way to an end",
        Move.of("A", "go", "B"),
        Move.of("A", "stray", "D"));
    assertRefused("The state A of f must have a way to an end", Move.of("A", "again", "A"));
    assertRefused("The start A of f must have a way to an end");
  }

  private static void assertRefused(String message, Move... moves) {
    assertThatThrownBy(() -> flow(moves))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  private static Flow flow(Move... moves) {
    return new Flow("f", 1, "A", Set.of("B"), List.of(moves));
  }
}
