package dev.akinai.samples.houserules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which context may use which: the table of the architecture, read by a rule. */
final class Levels {

  /**
   * A level: its contexts may use lower ones.
   *
   * @param ordered whether a context may also use those named before it
   * @param contexts the same names below every root
   */
  record Level(boolean ordered, List<String> contexts) {}

  /** Lowest first; {@code json}, {@code generated} and {@code store} are helpers of one jar. */
  static final List<Level> TABLE = List.of(
      ordered("generated", "base", "money", "json", "criteria", "event", "ledger", "quota"),
      level("catalog", "location", "member", "customer"),
      level("stock", "price", "promotion", "points"),
      level("pricing"),
      ordered("payment", "tax", "order"),
      level("fulfilment", "channel", "merchant", "purchasing"),
      level("partner", "campaign", "governance", "discovery", "service", "messaging"),
      level("live", "settlement", "performance"),
      level("analytics"),
      ordered("spi", "store", "engine"),
      level(""));

  /** Longest first; the last but one is that of the bad examples. */
  private static final List<String> ROOTS = List.of(
      "dev.akinai.samples.houserules.bad.levels",
      "dev.akinai.core",
      "dev.akinai.jdbc",
      "dev.akinai.testkit",
      "dev.akinai");

  /** Storage is a port of every context: outside engine-api anyone may call it. */
  private static final String PORT = "dev.akinai.spi";

  private Levels() {}

  /** What a class uses although the table does not let it. */
  static Stream<String> look(JavaClass type) {
    Optional<Place> here = place(type.getPackageName());
    if (here.isEmpty()) {
      return Stream.of("The context of %s must be in the table. Maybe add a row to Levels."
          .formatted(type.getFullName()));
    }
    return type.getDirectDependenciesFromSelf().stream()
        .filter(need -> Part.isIn(target(need).getPackageName(), "dev.akinai"))
        .filter(need -> !mayUse(here.get(), target(need).getPackageName()))
        .map(Dependency::getDescription);
  }

  private static JavaClass target(Dependency need) {
    return need.getTargetClass().getBaseComponentType();
  }

  private static boolean mayUse(Place from, String packageName) {
    if (!from.root().equals("dev.akinai") && packageName.equals(PORT)) {
      return true;
    }
    return place(packageName).filter(to -> mayUse(from, to)).isPresent();
  }

  private static boolean mayUse(Place from, Place to) {
    boolean before =
        from.level() == to.level() && TABLE.get(from.level()).ordered() && to.nth() < from.nth();
    return from.context().equals(to.context()) || to.level() < from.level() || before;
  }

  private record Place(String root, String context, int level, int nth) {}

  private static Optional<Place> place(String packageName) {
    String root =
        ROOTS.stream().filter(one -> Part.isIn(packageName, one)).findFirst().orElse("");
    String rest =
        packageName.length() <= root.length() ? "" : packageName.substring(root.length() + 1);
    int end = rest.indexOf('.');
    String context = end < 0 ? rest : rest.substring(0, end);
    for (int level = 0; level < TABLE.size(); level++) {
      int nth = TABLE.get(level).contexts().indexOf(context);
      if (nth >= 0) {
        return Optional.of(new Place(root, context, level, nth));
      }
    }
    return Optional.empty();
  }

  private static Level level(String... contexts) {
    return new Level(false, List.of(contexts));
  }

  private static Level ordered(String... contexts) {
    return new Level(true, List.of(contexts));
  }
}
