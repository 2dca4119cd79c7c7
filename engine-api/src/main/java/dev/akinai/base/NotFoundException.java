package dev.akinai.base;

/** A {@code get} named a thing that does not exist in this shop; {@code find} answers an empty {@code Optional} instead. */
public final class NotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param type the kind of thing
   * @param id the id that was asked for
   */
  public NotFoundException(String type, Id id) {
    super("%s (%s) must exist. Maybe it belongs to another shop."
        .formatted(type, Text.printable(id.value())));
  }
}
