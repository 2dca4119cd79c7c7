package dev.akinai.pricing;

/**
 * Whether the combination of offers is proven to be the best for the buyer, and how hard the search was (PRICING 5.5). Immutable.
 *
 * @param proof what is known
 * @param gap how much better, in minor units, a combination could at most be; 0 if proven
 * @param nodes how many nodes the search visited
 */
public record Certificate(Proof proof, long gap, long nodes) {

  /** Nothing had to be searched. */
  public static final Certificate TRIVIAL = new Certificate(Proof.PROVEN, 0, 0);

  /** What is known of a combination. */
  public enum Proof {
    /** No feasible combination is better. */
    PROVEN,
    /** The search stopped at its bound; no combination is better by more than the gap. */
    BOUNDED
  }

  @Override
  public String toString() {
    return proof == Proof.PROVEN ? "PROVEN" : "BOUNDED(" + gap + ")";
  }
}
