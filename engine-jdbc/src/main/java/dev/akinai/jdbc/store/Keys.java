package dev.akinai.jdbc.store;

import dev.akinai.base.Id;
import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Page;
import dev.akinai.base.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Conditions on keys: lists of them in bounded pieces, and what comes after one. Stateless. */
final class Keys {

  private Keys() {}

  /** The distinct keys in lock order, in pieces that fit one IN list. */
  static List<List<String>> chunks(Collection<? extends Id> ids) {
    return StoreScope.chunks(
        ids.stream().map(Id::value).distinct().sorted(Text.UTF8_ORDER).toList());
  }

  /** Refuses more than a call takes. */
  static void requireAtMost(String field, int max, Collection<?> all) {
    if (all.size() > max) {
      throw new InputTooLargeException(field, max, all.size());
    }
  }

  /** Refuses a list that names a key twice. */
  static <T> void requireOnce(String field, List<T> all, Function<T, ?> key) {
    var seen = new HashSet<Object>();
    for (T each : all) {
      if (!seen.add(key.apply(each))) {
        throw new InvalidInputException(
            "The %s (%d) must name each id once, but did not. Maybe keep the last of each."
                .formatted(field, all.size()));
      }
    }
  }

  /** What a page may show: all for the first page, else what comes after its key. */
  static Condition after(Field<String> key, Page.Request page) {
    return page.after().map(key::gt).orElseGet(DSL::noCondition);
  }

  /** Keys of several parts that come after one. */
  static Condition after(StoreScope scope, List<Field<?>> fields, List<?> key) {
    return beyond(scope, fields, key, true, false);
  }

  /** Keys of several parts from one to another, both included. */
  static Condition between(StoreScope scope, List<Field<?>> fields, List<?> first, List<?> last) {
    return beyond(scope, fields, first, true, true).and(beyond(scope, fields, last, false, true));
  }

  private static Condition beyond(
      StoreScope scope, List<Field<?>> fields, List<?> key, boolean up, boolean included) {
    if (scope.dialect() == Dialect.MARIADB) {
      return stepByStep(fields, key, up, included);
    }
    Condition first = compare(fields.get(0), key.get(0), up, true);
    return first.and(byRow(fields, key, up, included));
  }

  /**
   * Rows of the unit's shop by keys, for a table whose primary key is (shop, key).
   *
   * <p>H2 uses the second column of an index for a list only if both columns are compared as one row.
   */
  static Condition in(StoreScope scope, Field<String> shop, Field<String> key, List<String> keys) {
    if (scope.dialect() != Dialect.H2) {
      return shop.eq(scope.shop()).and(key.in(keys));
    }
    return DSL.row(shop, key).in(keys.stream().map(each -> DSL.row(scope.shop(), each)).toList());
  }

  /** PostgreSQL walks an index by a comparison of rows. */
  private static Condition byRow(List<Field<?>> fields, List<?> key, boolean up, boolean included) {
    var row = DSL.row(fields.toArray(Field<?>[]::new));
    var other = DSL.row(binds(fields, key));
    if (included) {
      return up ? row.ge(other) : row.le(other);
    }
    return up ? row.gt(other) : row.lt(other);
  }

  /** MariaDB walks an index by steps only: a > 1, or a = 1 and b > 2, and so on. */
  private static Condition stepByStep(
      List<Field<?>> fields, List<?> key, boolean up, boolean included) {
    var steps = new ArrayList<Condition>();
    Condition same = DSL.noCondition();
    for (int i = 0; i < fields.size(); i++) {
      boolean last = i == fields.size() - 1;
      steps.add(same.and(compare(fields.get(i), key.get(i), up, included && last)));
      same = same.and(equal(fields.get(i), key.get(i)));
    }
    return DSL.or(steps);
  }

  private static <T> Condition compare(Field<T> field, Object value, boolean up, boolean included) {
    Field<T> bind = DSL.val(value, field.getDataType());
    if (included) {
      return up ? field.ge(bind) : field.le(bind);
    }
    return up ? field.gt(bind) : field.lt(bind);
  }

  private static <T> Condition equal(Field<T> field, Object value) {
    return field.eq(DSL.val(value, field.getDataType()));
  }

  private static Field<?>[] binds(List<Field<?>> fields, List<?> key) {
    var binds = new Field<?>[fields.size()];
    for (int i = 0; i < binds.length; i++) {
      binds[i] = DSL.val(key.get(i), fields.get(i).getDataType());
    }
    return binds;
  }
}
