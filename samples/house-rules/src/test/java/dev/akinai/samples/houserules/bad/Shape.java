package dev.akinai.samples.houserules.bad;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Not bad: a sample of what a signature can hold. */
public abstract class Shape<T extends Comparable<T>> implements AutoCloseable {
  /** A constant. */
  public static final int MOST = 3;

  /** Visible to those who extend it. */
  protected Shape() {}

  /** Finds. */
  public abstract <R> Optional<R> find(List<? extends T> list, String... texts) throws IOException;

  /** Of a record. */
  protected Pair pair() {
    return new Pair("a", List.of());
  }

  /** A type that is not to be seen. */
  public static Class<?> hidden() {
    return Hidden.class;
  }

  /** A record. */
  public record Pair(String left, List<Integer> right) {
    /** A copy. */
    public Pair withLeft(String other) {
      return new Pair(other, right);
    }
  }

  /** An enum. */
  public enum Kind {
    /** One. */
    ONE
  }

  private static final class Hidden {}
}
