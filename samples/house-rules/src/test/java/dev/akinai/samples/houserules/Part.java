package dev.akinai.samples.houserules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;

/** Our jars, and the classes that each holds; all of them are imported once. */
enum Part {
  API("engine-api", "dev.akinai", 250),
  CORE("engine-core", "dev.akinai.core", 150),
  JDBC("engine-jdbc", "dev.akinai.jdbc", 60),
  TESTKIT("engine-testkit", "dev.akinai.testkit", 25);

  /** What jOOQ writes from the schema; not ours to keep tidy. */
  static final String GENERATED = "dev.akinai.jdbc.generated";

  private final String module;
  private final String root;
  private final int atLeast;

  Part(String module, String root, int atLeast) {
    this.module = module;
    this.root = root;
    this.atLeast = atLeast;
  }

  /** The folder of the module. */
  String module() {
    return module;
  }

  /** The package that all of its packages begin with. */
  String root() {
    return root;
  }

  /** How many classes a look at this part must see; fewer means that the import is broken. */
  int atLeast() {
    return atLeast;
  }

  /** Its classes, without what is generated. */
  JavaClasses classes() {
    return classes(false);
  }

  /** Its classes. */
  JavaClasses classes(boolean withGenerated) {
    return Imported.ALL.that(new DescribedPredicate<>("belong to " + module) {
      @Override
      public boolean test(JavaClass type) {
        return of(type.getPackageName()) == Part.this
            && (withGenerated || !isIn(type.getPackageName(), GENERATED));
      }
    });
  }

  /** The part a package of ours belongs to. */
  static Part of(String packageName) {
    return List.of(CORE, JDBC, TESTKIT).stream()
        .filter(part -> isIn(packageName, part.root))
        .findFirst()
        .orElse(API);
  }

  static boolean isIn(String packageName, String root) {
    return packageName.equals(root) || packageName.startsWith(root + ".");
  }

  /** Imported when first asked for. */
  private static final class Imported {
    private static final JavaClasses ALL = new ClassFileImporter()
        .withImportOption(location -> !location.contains("/dev/akinai/samples/"))
        .importPackages("dev.akinai");
  }
}
