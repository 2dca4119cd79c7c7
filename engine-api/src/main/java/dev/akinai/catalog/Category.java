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
}
