package dev.akinai.catalog;

import dev.akinai.base.Text;
import java.util.Optional;

/**
 * A shelf in the shop's tree of shelves. Immutable.
 *
 * @param id which category
 * @param parent the category above it, or empty at the top; a tree is at most 12 deep
 * @param name what shoppers read, up to 500 characters
 */
public record Category(CategoryId id, Optional<CategoryId> parent, String name) {

  /** Deepest tree. */
  public static final int MAX_DEPTH = 12;

  /** Checks the name. */
  public Category {
    Text.requireText("category name", name, 500);
  }

  /**
   * A category at the top of the tree.
   *
   * @param id 1 to 64 visible characters
   * @param name what shoppers read, up to 500 characters
   * @return the category
   */
  public static Category of(String id, String name) {
    return new Category(new CategoryId(id), Optional.empty(), name);
  }
}
