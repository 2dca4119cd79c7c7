package dev.akinai.samples.houserules;

import dev.akinai.samples.houserules.Sources.Declared;
import dev.akinai.samples.houserules.Sources.Sort;
import dev.akinai.samples.houserules.Tree.File;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules over texts, one row each. */
final class TextRules {
  private static final Pattern COMMENTS_AND_TEXTS =
      Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'"
          + "|//[^\\n]*|/\\*[\\s\\S]*?\\*/");
  /** Catches everything, and does not throw it on at once. */
  private static final Pattern BROAD_CATCH = Pattern.compile(
      "\\bcatch\\s*\\((?:final\\s+)?(?:[\\w.]+\\s*\\|\\s*)*"
          + "(?:Throwable|Exception|Error|RuntimeException)\\b[^)]*?(\\w+)\\)\\s*\\{(?!\\s*throw \\1;)");

  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
  private static final Pattern MACHINE_PATH = Pattern.compile(
      "(?<![\\w.:/>$}-])/(?:home|root|tmp|work|Users|var/folders|private/tmp)/\\w|\\b[A-Z]:\\\\\\\\?Users");
  private static final Pattern LATER =
      Pattern.compile("(?<!\\.)\\b(?:TO" + "DO|FIX" + "ME)\\b|(?://|[*#]) ?XXX\\b");
  private static final int LONGEST_METHOD = 70;

  private TextRules() {}

  /** All rows. */
  static List<TextRule> all() {
    return Stream.of(words(), code(), comments()).flatMap(List::stream).toList();
  }

  private static List<TextRule> words() {
    Predicate<File> java = file -> file.endsWith(".java");
    return List.of(
        new TextRule(
            "no wildcard import",
            "a reader must see where a name comes from; import each",
            java,
            300,
            TextRule.lines(line -> line.matches("import (static )?[\\w.]+\\*;.*"), "imports all"),
            "wildcard.txt"),
        new TextRule(
            "nothing left for later",
            "what is not done is not on main; do it, or write an issue",
            file -> !file.endsWith("CHANGELOG.md"),
            350,
            TextRule.lines(LATER.asPredicate(), "leaves something for later"),
            "later.txt"),
        new TextRule(
            "no disabled test",
            "a test that does not run proves nothing; repair or remove it",
            java,
            300,
            TextRule.lines(line -> code(line).contains("@Disa" + "bled"), "disables a test"),
            "disabled.txt"),
        new TextRule(
            "no machine path",
            "a path of one machine works on no other; make it relative",
            file -> true,
            350,
            TextRule.lines(MACHINE_PATH.asPredicate(), "names a path of one machine"),
            "machine.txt"),
        new TextRule(
            "no dead link",
            "a page that leads nowhere loses its reader; correct the path",
            file -> file.endsWith(".md"),
            4,
            TextRules::deadLinks,
            "link.txt"));
  }

  private static List<TextRule> code() {
    return List.of(
        new TextRule(
            "no double or float",
            "a binary fraction cannot hold a cent; use Money, Ratio or whole units",
            library("engine-api", "engine-core", "engine-jdbc"),
            250,
            file -> TextRule.lines(
                    line -> line.matches(".*\\b(double|float|Double|Float)\\b.*"), "is inexact")
                .at(new File(file.path(), code(file.text()))),
            "inexact.txt"),
        new TextRule(
            "no broad catch",
            "what catches everything hides the next defect; name the exception",
            library("engine-api", "engine-core", "engine-jdbc", "engine-testkit"),
            300,
            TextRules::broadCatches,
            "catch.txt"),
        new TextRule(
            "method length",
            "what fills more than a screen has parts; name them",
            File::isMain,
            250,
            file -> Sources.in(file).stream()
                .filter(one -> one.sort() == Sort.METHOD && one.lines() > LONGEST_METHOD)
                .map(one -> one.says("has %d lines".formatted(one.lines()))),
            "method.txt"),
        new TextRule(
            "jqwik names",
            "jqwik skips a property that carries an annotation of Jupiter; use net.jqwik.api.Label",
            file -> file.endsWith("Test.java") || file.path().contains("/testkit/"),
            10,
            file -> Sources.in(file).stream()
                .filter(TextRules::isSkippedProperty)
                .map(one -> one.says("would be skipped")),
            "property.txt"));
  }

  private static List<TextRule> comments() {
    return List.of(new TextRule(
        "first sentence",
        "the first sentence of everything public is for a merchant; say what it is good for",
        file -> library("engine-api", "engine-testkit").test(file)
            || file.endsWith("/dev/akinai/core/Akinai.java")
            || file.endsWith("/dev/akinai/jdbc/JdbcStorage.java")
            || file.endsWith("/dev/akinai/jdbc/JdbcTransaction.java"),
        100,
        file -> Sources.in(file).stream()
            .filter(Declared::visible)
            .filter(one -> !one.inherits())
            .filter(one -> !isSentence(one.firstSentence()))
            .map(one -> one.says("needs a first sentence")),
        "sentence.txt"));
  }

  private static Predicate<File> library(String... modules) {
    List<String> folders =
        Stream.of(modules).map(module -> module + "/src/main/java/").toList();
    return file -> file.endsWith(".java")
        && folders.stream().anyMatch(folder -> file.path().startsWith(folder));
  }

  private static boolean isSentence(String text) {
    return text.matches("\\S.*[.!?]");
  }

  private static boolean isSkippedProperty(Declared one) {
    return one.annotations().stream().anyMatch(name -> name.startsWith("net.jqwik.api."))
        && one.annotations().stream().anyMatch(name -> name.startsWith("org.junit.jupiter."));
  }

  private static Stream<String> broadCatches(File file) {
    String code = code(file.text());
    return BROAD_CATCH.matcher(code).results().map(found -> {
      long line = code.substring(0, found.start()).lines().count();
      return file.at((int) line, "catches everything: " + found.group());
    });
  }

  private static Stream<String> deadLinks(File file) {
    String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
    return TextRule.lines(
            line -> LINK.matcher(line)
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.contains(":") && !target.startsWith("#"))
                .anyMatch(target -> !leadsSomewhere(folder, target)),
            "leads nowhere")
        .at(file);
  }

  private static boolean leadsSomewhere(String folder, String target) {
    String path = target.replaceAll("#.*", "");
    return Files.exists(Tree.root().resolve(folder + path));
  }

  /** The code alone: comments and texts become blanks, lines stay where they are. */
  static String code(String text) {
    return COMMENTS_AND_TEXTS
        .matcher(text)
        .replaceAll(hidden -> hidden.group().replaceAll("[^\\n]", "").replace("$", ""));
  }
}
