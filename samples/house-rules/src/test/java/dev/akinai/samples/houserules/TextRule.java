package dev.akinai.samples.houserules;

import dev.akinai.samples.houserules.Tree.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One rule over texts.
 *
 * @param name short; the list of exceptions uses it
 * @param because the reason, and what to do instead
 * @param scope the files it looks at
 * @param atLeast how many of them it must see
 * @param look tells what is wrong with one file
 * @param bad a file among the resources that must be caught, with the path it pretends to have
 */
record TextRule(
    String name, String because, Predicate<File> scope, int atLeast, Look look, String bad) {

  /** Tells what is wrong with one file, in sentences that begin with the place. */
  @FunctionalInterface
  interface Look {
    Stream<String> at(File file);
  }

  /** What is wrong, except where the list of exceptions says why. */
  List<String> findings(List<File> files, Exceptions exceptions) {
    List<File> seen = files.stream().filter(scope).toList();
    var findings = new ArrayList<String>();
    if (seen.size() < atLeast) {
      findings.add("%s must see at least %d files, it saw %d. Maybe the walk is broken."
          .formatted(name, atLeast, seen.size()));
    }
    for (File file : seen) {
      List<String> wrong = look.at(file).toList();
      if (!wrong.isEmpty() && !exceptions.allow(name, file.path())) {
        findings.addAll(wrong);
      }
    }
    return findings;
  }

  /** The bad example: its first line names the path it pretends to have. */
  File badExample() {
    String text = Exceptions.resource("/bad/" + bad);
    int line = text.indexOf('\n');
    return new File(text.substring(0, line).strip(), text.substring(line + 1));
  }

  /** Looks at each line alone. */
  static Look lines(Predicate<String> wrong, String what) {
    return file -> {
      List<String> lines = file.lines();
      return IntStream.range(0, lines.size())
          .filter(i -> wrong.test(lines.get(i)))
          .mapToObj(i -> file.at(i + 1, what + ": " + lines.get(i).strip()));
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
