package dev.akinai.price;

import dev.akinai.base.InvalidInputException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a price list or a price applies: from an instant on, up to another that no longer counts. Immutable.
 *
 * <p>Instants are whole microseconds of the years 1970 to 9999, which every storage keeps as they are.
 *
 * @param from since when, or empty for always
 * @param to until when, exclusive, or empty for ever
 */
public record PriceWindow(Optional<Instant> from, Optional<Instant> to) {

  /** Always. */
  public static final PriceWindow ALWAYS = new PriceWindow(Optional.empty(), Optional.empty());

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  /** Checks the instants and that the window is not empty. */
  public PriceWindow {
    from.ifPresent(PriceWindow::requireKept);
    to.ifPresent(PriceWindow::requireKept);
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw new InvalidInputException(
          "The window (%s to %s) must end after it starts. Maybe swap the two."
              .formatted(from.get(), to.get()));
    }
  }

  /**
   * From an instant on, for ever.
   *
   * @param start the first instant that counts
   * @return the window
   */
  public static PriceWindow from(Instant start) {
    return new PriceWindow(Optional.of(start), Optional.empty());
  }

  /**
   * From an instant up to another.
   *
   * @param start the first instant that counts
   * @param end the first instant that no longer counts
   * @return the window
   */
  public static PriceWindow between(Instant start, Instant end) {
    return new PriceWindow(Optional.of(start), Optional.of(end));
  }

  /**
   * Tells whether an instant lies in the window.
   *
   * @param at the instant
   * @return true from the start on, up to but not at the end
   */
  public boolean holds(Instant at) {
    return (from.isEmpty() || !at.isBefore(from.get())) && (to.isEmpty() || at.isBefore(to.get()));
  }

  private static void requireKept(Instant at) {
    if (at.isBefore(Instant.EPOCH)
        || at.isAfter(LAST)
        || !at.equals(at.truncatedTo(ChronoUnit.MICROS))) {
      throw new InvalidInputException(
          "The instant (%s) of a window must be whole microseconds of 1970 to 9999. Maybe leave it out for always."
              .formatted(at));
    }
  }
}
