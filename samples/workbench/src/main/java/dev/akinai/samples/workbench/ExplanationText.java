package dev.akinai.samples.workbench;

import dev.akinai.pricing.Change;
import dev.akinai.pricing.Counterfactual;
import dev.akinai.pricing.Explanation;
import java.util.LinkedHashMap;
import java.util.Map;

/** Why an offer does or does not apply, as text and as a tree. Immutable. */
final class ExplanationText {

  private final Explanation explanation;

  ExplanationText(Explanation explanation) {
    this.explanation = explanation;
  }

  String text() {
    var text = new StringBuilder();
    text.append("%s: %s %s%n"
        .formatted(
            explanation.offer(),
            explanation.verdict().code(),
            explanation.verdict().facts()));
    text.append("  lines in scope: %s%n".formatted(String.join(", ", explanation.lines())));
    for (Explanation.Node node : explanation.nodes()) {
      text.append(
              "  %s %s %s".formatted(node.path(), node.truth(), node.facts()).stripTrailing())
          .append(System.lineSeparator());
    }
    explanation.change().ifPresent(change -> text.append(text(change)));
    explanation
        .forced()
        .ifPresent(
            payable -> text.append("  forced in, the cart would cost %s%n".formatted(payable)));
    return text.toString();
  }

  private static String text(Counterfactual change) {
    return "  it would apply %s: then the cart costs %s%n"
        .formatted(text(change.change()), change.quote().payable());
  }

  private static String text(Change change) {
    if (change instanceof Change.MoreFor more) {
      return "with goods like %s for %s more".formatted(more.like(), more.amount());
    }
    if (change instanceof Change.MoreUnits more) {
      return "with %d more of %s".formatted(more.units(), more.sku());
    }
    if (change instanceof Change.WithCode code) {
      return "with the code " + code.code();
    }
    if (change instanceof Change.At at) {
      return "from " + at.instant();
    }
    Change.WithFact fact = (Change.WithFact) change;
    return "if %s were %s".formatted(fact.fact(), fact.value());
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("offer", explanation.offer().value());
    tree.put("verdict", explanation.verdict().code().name());
    tree.put("facts", explanation.verdict().facts());
    tree.put("lines", explanation.lines());
    tree.put(
        "nodes",
        explanation.nodes().stream()
            .map(node ->
                Map.of("path", node.path(), "truth", node.truth().name(), "facts", node.facts()))
            .toList());
    explanation
        .change()
        .ifPresent(change -> tree.put(
            "change",
            Map.of(
                "text",
                text(change.change()),
                "payable",
                change.quote().payable().minor())));
    explanation.forced().ifPresent(payable -> tree.put("forced", payable.minor()));
    return tree;
  }
}
