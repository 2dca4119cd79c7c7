package dev.akinai.criteria;

/**
 * What kind of thing a fact is, which decides what may be asked about it.
 *
 * <p>Immutable.
 */
public enum FactType {
  /** One word or code, compared character by character: {@code channel}, {@code brand}. */
  TEXT,
  /** A whole number of 64 bits; money in minor units, rates in ppm: {@code price}. */
  NUMBER,
  /** Any number of different codes, also none: {@code tags}, {@code member.segments}. */
  SET,
  /** Places in a tree, with everything above them: {@code category}. */
  TREE,
  /** Yes or no: {@code reduced}. */
  FLAG
}
