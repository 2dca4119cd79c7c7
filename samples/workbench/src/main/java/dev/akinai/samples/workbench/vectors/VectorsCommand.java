package dev.akinai.samples.workbench.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.akinai.pricing.Quote;
import dev.akinai.samples.workbench.common.BadInputException;
import dev.akinai.samples.workbench.common.InputFile;
import dev.akinai.samples.workbench.common.Json;
import dev.akinai.samples.workbench.common.OutputOptions;
import dev.akinai.samples.workbench.vectors.VectorResult.Status;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a file of cases with expected results: prices or stock. A case that needs what the engine lacks is counted apart. */
@Command(
    name = "vectors",
    mixinStandardHelpOptions = true,
    description = "Runs a file of cases with expected results.")
public final class VectorsCommand implements Callable<Integer> {

  private static final Set<String> ROOT_KEYS = Set.of("about", "defaults", "vectors");

  @Parameters(
      paramLabel = "FILE",
      description = "Price vectors (an object with vectors) or stock vectors (a list).")
  private Path path = Path.of("");

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var file = new InputFile(path);
    JsonNode root = Json.read(file);
    List<VectorResult> results = root.isArray()
        ? all(root, VectorsCommand::stock)
        : all(prices(root, file), VectorsCommand::price);
    if (results.isEmpty()) {
      throw new BadInputException(
          "The file (" + path + ") must hold at least one vector. Maybe it is another file.");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(output.json() ? Json.write(tree(results)) + "\n" : text(results));
    out.flush();
    return count(results, Status.PASSED) == results.size() ? 0 : 1;
  }

  private static JsonNode prices(JsonNode root, InputFile file) {
    Json.requireKeys(root, "the file " + file.path(), ROOT_KEYS);
    if (!root.path("vectors").isArray()) {
      throw new BadInputException(
          "The key vectors of " + file.path() + " must be a list. Maybe it is another file.");
    }
    return root.get("vectors");
  }

  private static List<VectorResult> all(
      JsonNode vectors, BiFunction<JsonNode, String, VectorResult> run) {
    var results = new ArrayList<VectorResult>();
    for (JsonNode vector : vectors) {
      String id = Json.text(vector, "id", "vector " + (results.size() + 1));
      try {
        results.add(run.apply(vector, id));
      } catch (NotSupportedException what) {
        results.add(VectorResult.notSupported(id, what));
      }
    }
    return results;
  }

  /** An arguable case without a recommendation may pass under one documented policy. */
  private static VectorResult price(JsonNode node, String id) {
    PriceVector vector = PriceVector.of(node, id);
    List<String> differences = differences(vector, CasePolicy.DEFAULTS);
    if (differences.isEmpty() || !node.has("arguable") || node.has("recommended")) {
      return VectorResult.of(id, differences);
    }
    for (CasePolicy policy : List.of(CasePolicy.HALF_DOWN, CasePolicy.MERCHANT_BEST)) {
      if (differences(vector, policy).isEmpty()) {
        return VectorResult.passedUnder(id, policy.toString());
      }
    }
    return VectorResult.of(id, differences);
  }

  private static List<String> differences(PriceVector vector, CasePolicy policy) {
    try (var run = new PriceRun(vector, policy)) {
      Quote quote = run.quote();
      return new PriceComparison(vector, quote, () -> bestDeal(vector)).differences(run::place);
    }
  }

  private static long bestDeal(PriceVector vector) {
    try (var run = new PriceRun(vector, CasePolicy.BEST_DEAL)) {
      return run.quote().total().minor();
    }
  }

  private static VectorResult stock(JsonNode node, String id) {
    try (var run = new StockRun(node, id)) {
      return VectorResult.of(id, run.differences());
    }
  }

  private static long count(List<VectorResult> results, Status status) {
    return results.stream().filter(result -> result.status() == status).count();
  }

  private static String text(List<VectorResult> results) {
    var text = new StringBuilder();
    for (VectorResult result : results) {
      if (result.status() == Status.FAILED) {
        text.append("failed: ").append(result.id()).append('\n');
        result.details().forEach(detail -> text.append("  ").append(detail).append('\n'));
      } else if (result.status() == Status.PASSED && !result.details().isEmpty()) {
        text.append("passed under another policy: ")
            .append(result.id())
            .append(": ")
            .append(String.join(", ", result.details()))
            .append('\n');
      } else if (result.status() == Status.NOT_SUPPORTED) {
        text.append("not supported: ")
            .append(result.id())
            .append(": ")
            .append(String.join(", ", result.details()))
            .append('\n');
      }
    }
    return text
        + "%d passed, %d failed, %d not supported\n"
            .formatted(
                count(results, Status.PASSED),
                count(results, Status.FAILED),
                count(results, Status.NOT_SUPPORTED));
  }

  private static Map<String, Object> tree(List<VectorResult> results) {
    var vectors = new ArrayList<Map<String, Object>>();
    for (VectorResult result : results) {
      Map<String, Object> vector = new LinkedHashMap<>();
      vector.put("id", result.id());
      vector.put("status", result.status().toString());
      vector.put("details", result.details());
      vectors.add(vector);
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    for (Status status : Status.values()) {
      tree.put(status.toString(), count(results, status));
    }
    tree.put("vectors", vectors);
    return tree;
  }
}
