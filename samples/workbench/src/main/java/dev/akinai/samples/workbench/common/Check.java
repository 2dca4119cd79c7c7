package dev.akinai.samples.workbench.common;

/**
 * One figure compared. Immutable.
 *
 * @param name which figure
 * @param expected what it must be
 * @param actual what was found
 * @param source where the figure comes from
 */
public record Check(String name, String expected, String actual, Source source) {

  /** Where an actual figure comes from. */
  public enum Source {
    /** Read back from the engine through its public API. */
    ENGINE("engine"),
    /** Counted by the reader: what the engine refused, or does not keep. */
    FILE("file"),
    /** The sum of both. */
    BOTH("engine+file");

    private final String text;

    Source(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * Whether it holds.
   *
   * @return true if both are the same text
   */
  public boolean holds() {
    return expected.equals(actual);
  }
}
