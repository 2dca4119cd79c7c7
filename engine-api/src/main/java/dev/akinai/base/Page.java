package dev.akinai.base;

import java.util.List;
import java.util.Optional;

/**
 * One bounded page of a listing that goes by key: what exists throughout is neither missed nor repeated. Immutable.
 *
 * @param items the page's items, in key order
 * @param next where the following page starts, or empty at the end
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, Optional<String> next) {

  /** Largest page. */
  public static final int MAX_SIZE = 500;

  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }

  /**
   * Which page to read.
   *
   * @param after the last key of the page before, or empty for the first page
   * @param size items a page, 1 to {@value Page#MAX_SIZE}
   */
  public record Request(Optional<String> after, int size) {

    /** Checks the size. */
    public Request {
      if (size < 1) {
        throw new InvalidInputException("The page size (" + size + ") must be 1 to " + MAX_SIZE
            + ". Maybe leave it at " + MAX_SIZE + ".");
      }
      if (size > MAX_SIZE) {
        throw new InputTooLargeException("page size", MAX_SIZE, size);
      }
    }

    /**
     * The first page.
     *
     * @param size items a page, 1 to {@value Page#MAX_SIZE}
     * @return the request
     */
    public static Request first(int size) {
      return new Request(Optional.empty(), size);
    }

    /**
     * The page that starts after a key.
     *
     * @param key the {@code next} of the page before
     * @return a changed copy
     */
    public Request after(String key) {
      return new Request(Optional.of(key), size);
    }
  }
}
