package dev.akinai.jdbc.store;

import dev.akinai.jdbc.generated.DefaultSchema;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Named;
import org.jooq.Table;

/** The names of the tables' constraints without prefix, so that a message shows nothing but these. Stateless. */
final class ConstraintNames {

  private static final int PREFIX = "ak_".length();
  private static final Set<String> KNOWN = DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
      .flatMap(ConstraintNames::of)
      .map(name -> name.substring(PREFIX))
      .collect(Collectors.toUnmodifiableSet());

  private ConstraintNames() {}

  /** Tells whether a name, with any prefix, is one of ours. */
  static boolean isKnown(String name) {
    for (int i = name.indexOf('_'); i >= 0; i = name.indexOf('_', i + 1)) {
      if (KNOWN.contains(name.substring(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static Stream<String> of(Table<?> table) {
    return Stream.concat(
            Stream.concat(table.getKeys().stream(), table.getChecks().stream()), Stream.of(table))
        .map(Named::getName);
  }
}
