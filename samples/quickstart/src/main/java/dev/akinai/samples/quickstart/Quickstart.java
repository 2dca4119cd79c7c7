package dev.akinai.samples.quickstart;

/** Says hello from the engine. Start it with {@code mvn compile exec:java}. */
public final class Quickstart {
  private Quickstart() {}

  /**
   * Runs the sample.
   *
   * @param args none are read
   */
  public static void main(String[] args) {
    System.out.println("Akinai is on the class path.");
  }
}
