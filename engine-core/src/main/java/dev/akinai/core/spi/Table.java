package dev.akinai.core.spi;

import dev.akinai.base.Page;
import dev.akinai.base.Text;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Rows by key, sorted as UTF-8 bytes; each write is recorded, so that a failed unit takes it back. Rows are immutable.
 *
 * <p>Keys come from {@link Keys}. Only the thread with the shop's open unit may use it.
 *
 * @param <V> a row
 */
final class Table<V> {

  private final NavigableMap<String, V> rows = new TreeMap<>(Text.UTF8_ORDER);
  private final UnitLog log;

  Table(UnitLog log) {
    this.log = log;
  }

  Optional<V> find(String key) {
    log.requireOpen();
    return Optional.ofNullable(rows.get(key));
  }

  boolean has(String key) {
    return find(key).isPresent();
  }

  int size() {
    log.requireOpen();
    return rows.size();
  }

  void put(String key, V row) {
    log.requireOpen();
    V before = rows.put(key, row);
    log.record(before == null ? () -> rows.remove(key) : () -> rows.put(key, before));
  }

  /** Writes a new row; a key that is taken is a broken promise of the caller, as a primary key's violation is in SQL. */
  void insert(String key, V row, String what) {
    if (has(key)) {
      throw log.broken(
          "The key of a new row (%s) must be new, but was taken. Maybe the id was made twice."
              .formatted(what));
    }
    put(key, row);
  }

  void remove(String key) {
    log.requireOpen();
    V before = rows.remove(key);
    if (before != null) {
      log.record(() -> rows.put(key, before));
    }
  }

  /** The rows whose keys begin with a prefix of {@link Keys#under}, in order; read lazily, so write only after reading. */
  Stream<V> under(String prefix) {
    return range(prefix).values().stream();
  }

  Stream<V> all() {
    return under("");
  }

  Stream<V> after(String key) {
    return after(range(""), key).values().stream();
  }

  Optional<V> first(String prefix) {
    return Optional.ofNullable(range(prefix).firstEntry()).map(Map.Entry::getValue);
  }

  Optional<V> last(String prefix) {
    return Optional.ofNullable(range(prefix).lastEntry()).map(Map.Entry::getValue);
  }

  Iterable<V> newestFirst(String prefix) {
    return range(prefix).descendingMap().values();
  }

  /** One page of the rows under a prefix; its cursor is the rest of the key. */
  <T> Page<T> page(String prefix, Page.Request request, Function<? super V, ? extends T> read) {
    NavigableMap<String, V> range = range(prefix);
    if (request.after().isPresent()) {
      range = after(range, prefix + request.after().get());
    }
    var items = new ArrayList<T>();
    String last = "";
    Iterator<Map.Entry<String, V>> each = range.entrySet().iterator();
    while (items.size() < request.size() && each.hasNext()) {
      Map.Entry<String, V> row = each.next();
      items.add(read.apply(row.getValue()));
      last = row.getKey().substring(prefix.length());
    }
    return new Page<>(items, each.hasNext() ? Optional.of(last) : Optional.empty());
  }

  private NavigableMap<String, V> after(NavigableMap<String, V> range, String key) {
    // a view refuses bounds outside its own range, and a caller may hand in any text
    return range.isEmpty() || Text.UTF8_ORDER.compare(range.firstKey(), key) > 0
        ? range
        : Text.UTF8_ORDER.compare(range.lastKey(), key) <= 0
            ? new TreeMap<>()
            : range.tailMap(key, false);
  }

  private NavigableMap<String, V> range(String prefix) {
    log.requireOpen();
    return prefix.isEmpty() ? rows : rows.subMap(prefix, true, Keys.end(prefix), false);
  }
}
