package dev.akinai.samples.houserules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One rule over classes.
 *
 * @param name short; the list of exceptions uses it
 * @param because the reason, and what to do instead
 * @param parts the jars it looks at
 * @param look tells what is wrong with one class
 * @param bad a class that must be caught
 */
record ClassRule(String name, String because, Set<Part> parts, Look look, Class<?> bad) {

  /** Tells what is wrong with one class, in sentences; nothing if all is well. */
  @FunctionalInterface
  interface Look {
    Stream<String> at(JavaClass type);
  }

  /** What is wrong in our jars, except where the list of exceptions says why. */
  List<String> findings(Exceptions exceptions) {
    var findings = new ArrayList<String>();
    for (Part part : parts) {
      JavaClasses classes = part.classes();
      if (classes.size() < part.atLeast()) {
        findings.add("%s must have at least %d classes, %d were seen. Maybe the import is broken."
            .formatted(part.module(), part.atLeast(), classes.size()));
      }
      for (JavaClass type : classes) {
        List<String> wrong = look.at(type).distinct().toList();
        if (!wrong.isEmpty() && !exceptions.allow(name, topLevel(type))) {
          findings.addAll(wrong);
        }
      }
    }
    return findings.stream().sorted().toList();
  }

  static String topLevel(JavaClass type) {
    String name = type.getFullName();
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  @Override
  public String toString() {
    return name;
  }
}
