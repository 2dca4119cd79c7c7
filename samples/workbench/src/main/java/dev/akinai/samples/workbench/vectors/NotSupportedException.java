package dev.akinai.samples.workbench.vectors;

import java.util.Set;
import java.util.TreeSet;

/** A case asks for something that the engine does not have yet: it is neither passed nor failed. */
final class NotSupportedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotSupportedException(Set<String> what) {
    super(String.join(", ", new TreeSet<>(what)));
  }

  NotSupportedException(String what) {
    this(Set.of(what));
  }
}
