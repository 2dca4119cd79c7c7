package dev.akinai.core.json;

/**
 * How large a document and its parts may be, so that no document can slow a shop down.
 *
 * <p>Sizes in bytes are those of the UTF-8 form. Immutable.
 *
 * @param depth objects and arrays inside one another, 1 to {@value #MAX_DEPTH}
 * @param documentBytes the whole document, 1 or more
 * @param textBytes one text, 1 or more
 * @param nameLength the characters of one member name, 1 or more
 * @param numberLength the characters of one number, 1 or more
 */
public record JsonLimits(
    int depth, int documentBytes, int textBytes, int nameLength, int numberLength) {
  /** The most levels that any setting may allow; reading and writing recurse this deep. */
  public static final int MAX_DEPTH = 200;

  private static final int KIB = 1024;

  /**
   * Rules: 256 KiB, texts of 8 KiB, names of 128 and numbers of 20 characters, 40 levels.
   *
   * <p>Elsewhere 32 levels are allowed. A condition of 16 levels takes 33 of them in JSON (two for
   * each {@code all}, three for a list in a test) and the rule around it adds more, so 32 would
   * refuse conditions that the condition language allows.
   */
  public static final JsonLimits RULES = new JsonLimits(40, 256 * KIB, 8 * KIB, 128, 20);

  /** Quotes and events: as for rules, but 4 MiB and 32 levels. */
  public static final JsonLimits RECORDS = new JsonLimits(32, 4 * KIB * KIB, 8 * KIB, 128, 20);

  /** Catalog texts: as for rules, but texts of 64 KiB and 32 levels. */
  public static final JsonLimits CATALOG = new JsonLimits(32, 256 * KIB, 64 * KIB, 128, 20);

  /**
   * Checks that the limits can be.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public JsonLimits {
    if (depth < 1 || depth > MAX_DEPTH) {
      throw new IllegalArgumentException(
          "The depth (" + depth + ") must be 1 to " + MAX_DEPTH + ". Maybe use JsonLimits.RULES.");
    }
    int least = Math.min(Math.min(documentBytes, textBytes), Math.min(nameLength, numberLength));
    if (least < 1) {
      throw new IllegalArgumentException(
          "The smallest limit (" + least + ") must be 1 or more. Maybe use JsonLimits.RULES.");
    }
  }

  /**
   * The same limits with another depth.
   *
   * @param levels 1 to {@value #MAX_DEPTH}
   * @return a changed copy
   */
  public JsonLimits withDepth(int levels) {
    return new JsonLimits(levels, documentBytes, textBytes, nameLength, numberLength);
  }

  /**
   * The same limits with another size of the whole document.
   *
   * @param bytes 1 or more
   * @return a changed copy
   */
  public JsonLimits withDocumentBytes(int bytes) {
    return new JsonLimits(depth, bytes, textBytes, nameLength, numberLength);
  }
}
