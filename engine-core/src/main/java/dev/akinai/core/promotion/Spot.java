package dev.akinai.core.promotion;

import dev.akinai.core.json.StrictJson;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One place of a document that is read. For one thread.
 *
 * @param pointer where, as a JSON pointer
 * @param reading what is known there
 */
record Spot(String pointer, Reading reading) {

  Spot at(String step) {
    return new Spot(StrictJson.pointer(pointer, step), reading);
  }

  Spot at(int index) {
    return new Spot(pointer + "/" + index, reading);
  }

  Spot with(Reading other) {
    return new Spot(pointer, other);
  }

  /** Notes an issue here; the answer is empty, so that it can be returned as what was not read. */
  <T> Optional<T> bad(String code, String message) {
    reading.issues().add(pointer, code, message);
    return Optional.empty();
  }

  /** What a constructor made of values that were read, or an issue with its message. */
  <T> Optional<T> made(String code, Supplier<T> maker) {
    try {
      return Optional.of(maker.get());
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException refused) {
      return bad(code, String.valueOf(refused.getMessage()));
    }
  }
}
