package dev.akinai.criteria;

import java.util.Set;

/**
 * Where something stands in a tree, for instance a product in the categories.
 *
 * <p>A product may stand at several places, or at none. Immutable and thread-safe.
 *
 * @param at the places themselves
 * @param above every place on the way from there up to a root
 */
public record TreePosition(Set<String> at, Set<String> above) {
  /** Copies both sets. */
  public TreePosition {
    at = Set.copyOf(at);
    above = Set.copyOf(above);
  }

  /**
   * One place and the way up to the root: {@code of("shirts", "clothes", "all goods")}.
   *
   * @param place the place
   * @param ancestors the places above it, in any order
   * @return the position
   */
  public static TreePosition of(String place, String... ancestors) {
    return new TreePosition(Set.of(place), Set.of(ancestors));
  }

  /**
   * Whether this is at a place or anywhere below it.
   *
   * @param place any place of the tree
   * @return true if so
   */
  public boolean isUnder(String place) {
    return at.contains(place) || above.contains(place);
  }

  /**
   * Whether this is exactly at a place.
   *
   * @param place any place of the tree
   * @return true if so
   */
  public boolean isAt(String place) {
    return at.contains(place);
  }
}
