package dev.akinai.jdbc.store;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Page;
import dev.akinai.base.Text;
import dev.akinai.event.StreamId;
import dev.akinai.quota.CellClass;
import dev.akinai.quota.CellKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Writes keys of several parts as the one text of a page key, and reads them back.
 *
 * <p>The parts stand one after the other with a space between: no id holds a space, and a space sorts below every visible character, so
 * the texts sort as the keys do. Stateless.
 */
final class PageKeys {
  private static final Pattern SPACE = Pattern.compile(" ");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{2}");

  private PageKeys() {}

  static String of(CellKey key) {
    return "%02d %s %s %02d".formatted(key.cls().number(), key.pool(), key.item(), key.bucket());
  }

  static CellKey cell(String text) {
    String[] parts = split(text, 4);
    return new CellKey(
        CellClass.ofNumber(number(text, parts[0])), parts[1], parts[2], number(text, parts[3]));
  }

  static String of(StreamId id) {
    return id.type() + " " + id.id();
  }

  static StreamId stream(String text) {
    String[] parts = split(text, 2);
    return new StreamId(parts[0], parts[1]);
  }

  /** A page of items read with one more than asked for, which only tells that there is a next page. */
  static <T> Page<T> page(List<T> found, int size, Function<T, String> key) {
    if (found.size() <= size) {
      return new Page<>(found, Optional.empty());
    }
    List<T> items = found.subList(0, size);
    return new Page<>(items, Optional.of(key.apply(items.get(size - 1))));
  }

  private static String[] split(String text, int parts) {
    String[] found = SPACE.split(text, -1);
    if (found.length != parts) {
      throw unreadable(text);
    }
    return found;
  }

  private static int number(String text, String part) {
    if (!NUMBER.matcher(part).matches()) {
      throw unreadable(text);
    }
    return Integer.parseInt(part);
  }

  private static InvalidInputException unreadable(String text) {
    return new InvalidInputException(
        "The page key (%s) must be the next of the page before. Maybe start with the first page."
            .formatted(Text.printable(text)));
  }
}
