package dev.akinai.samples.houserules;

import dev.akinai.samples.houserules.Tree.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Blocks of code in our pages, and whether each equals what it says it is. */
final class Docs {
  private static final Pattern FENCE = Pattern.compile("^(\\s*)(```+|~~~+)\\s*([\\w-]*).*$");
  private static final Pattern MARK =
      Pattern.compile("^\\s*<!--\\s*(region|output|flow|command):\\s*(\\S+)\\s*-->\\s*$");

  /**
   * One block.
   *
   * @param place the page and the line
   * @param language as written behind the fence
   * @param mark {@code region}, {@code output}, {@code flow}, {@code command}, or empty
   * @param of what the mark names
   * @param text the lines between the fences
   */
  record Block(String place, String language, String mark, String of, String text) {}

  /** Where the texts come from. */
  record Sources(Function<String, Optional<String>> files, Map<String, String> flows) {}

  private Docs() {}

  /** The blocks of a page; a mark stands on the line right before its block. */
  static List<Block> blocks(File page) {
    var blocks = new ArrayList<Block>();
    List<String> lines = page.lines();
    for (int i = 0; i < lines.size(); i++) {
      Matcher fence = FENCE.matcher(lines.get(i));
      if (!fence.matches()) {
        continue;
      }
      Matcher mark = MARK.matcher(i == 0 ? "" : lines.get(i - 1));
      boolean marked = mark.matches();
      int end = end(lines, i + 1, fence.group(2));
      blocks.add(new Block(
          page.path() + ":" + (i + 1),
          fence.group(3),
          marked ? mark.group(1) : "",
          marked ? mark.group(2) : "",
          join(lines.subList(i + 1, end).stream().map(line -> without(fence.group(1), line)))));
      i = end;
    }
    return blocks;
  }

  private static int end(List<String> lines, int from, String fence) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(fence)) {
        return i;
      }
    }
    return lines.size();
  }

  private static String without(String indent, String line) {
    return line.startsWith(indent) ? line.substring(indent.length()) : line;
  }

  /** What is wrong with a block; empty if all is well. */
  static Optional<String> wrong(Block block, Sources sources) {
    return switch (block.mark()) {
      case "region" -> compare(block, region(block.of(), sources));
      case "output" -> compare(block, sources.files().apply(block.of()));
      case "flow" -> compare(block, Optional.ofNullable(sources.flows().get(block.of())));
      case "command" -> Optional.empty();
      default -> unmarked(block);
    };
  }

  private static Optional<String> unmarked(Block block) {
    boolean java = block.language().equals("java");
    boolean flow = block.text().startsWith("stateDiagram");
    return java || flow
        ? Optional.of(
            "%s has a %s block without a mark. Maybe write <!-- %s --> on the line before it."
                .formatted(
                    block.place(),
                    block.language(),
                    java ? "region: path/Of.java#name" : "flow: order.payment"))
        : Optional.empty();
  }

  private static Optional<String> compare(Block block, Optional<String> truth) {
    if (truth.isEmpty()) {
      return Optional.of("%s names %s (%s), which is nowhere. Maybe it was renamed."
          .formatted(block.place(), block.of(), block.mark()));
    }
    List<String> difference =
        ApiSnapshotTest.difference(block.text().stripTrailing(), truth.get().stripTrailing());
    return difference.isEmpty()
        ? Optional.empty()
        : Optional.of("%s must equal %s (- page, + source):%n%s"
            .formatted(block.place(), block.of(), String.join("\n", difference)));
  }

  /** The lines between {@code // region name} and {@code // endregion}, moved to the left. */
  private static Optional<String> region(String place, Sources sources) {
    int hash = place.indexOf('#');
    String file = hash < 0 ? place : place.substring(0, hash);
    String start = "// region " + place.substring(hash + 1);
    List<String> lines =
        sources.files().apply(file).map(text -> text.lines().toList()).orElse(List.of());
    int from = indexOf(lines, 0, start);
    int to = indexOf(lines, from + 1, "// endregion");
    // the formatter puts an empty line before "endregion", by which stripIndent would measure
    return from < 0 || to < 0
        ? Optional.empty()
        : Optional.of(join(lines.subList(from + 1, to).stream()).stripTrailing().stripIndent());
  }

  private static int indexOf(List<String> lines, int from, String line) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(line)) {
        return i;
      }
    }
    return -1;
  }

  private static String join(Stream<String> lines) {
    return lines.collect(Collectors.joining("\n"));
  }
}
