package dev.akinai.jdbc.criteria;

import dev.akinai.criteria.FactName;
import dev.akinai.criteria.FactSchema;
import dev.akinai.criteria.FactType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * Where a database keeps the facts that conditions ask about.
 *
 * <p>A column that is NULL is a fact that is not known. For sets and trees no rows mean "known to
 * be
 * none"; whether the fact is known at all is said by a condition on the tested row, such as {@code
 * m.tags_known} or {@code m.classified_at is not null}. A set mapped without such a condition is
 * always known. A condition that is NULL itself counts as not known.
 *
 * <p>Text columns must compare by characters: a column of PostgreSQL has a deterministic collation,
 * one of MariaDB or MySQL the character set utf8mb4 (the collation is then chosen by the query and
 * an
 * index serves if the column has the same: utf8mb4_nopad_bin, on MySQL utf8mb4_0900_bin), and no
 * column has the padded type CHAR. Immutable if the jOOQ parts are; share it freely.
 */
public final class FactColumns {
  private final Map<FactName, Column> columns;

  private FactColumns(Map<FactName, Column> columns) {
    this.columns = Map.copyOf(columns);
  }

  /**
   * Starts a mapping.
   *
   * @return a builder without facts
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * What a condition may ask of this mapping: its facts, no sums and no registered conditions.
   *
   * @return the schema
   */
  public FactSchema schema() {
    Map<FactName, FactType> types = new HashMap<>();
    columns.forEach((name, column) -> types.put(name, column.type()));
    FactSchema empty = FactSchema.builder().build();
    return new FactSchema(types, empty.families(), empty.extensions(), empty.lines());
  }

  // Only asked for facts that the schema has let through, with the type it let them through as.
  <C extends Column> C get(FactName fact, Class<C> kind) {
    Column column = columns.get(fact);
    if (!kind.isInstance(column)) {
      throw new IllegalStateException(
          "The fact (" + fact + ") must be mapped as " + kind + ". Maybe check the schema first.");
    }
    return kind.cast(column);
  }

  /** Where one fact is kept. */
  sealed interface Column {
    FactType type();
  }

  record TextColumn(Field<String> field) implements Column {
    @Override
    public FactType type() {
      return FactType.TEXT;
    }
  }

  record NumberColumn(Field<Long> field) implements Column {
    @Override
    public FactType type() {
      return FactType.NUMBER;
    }
  }

  record FlagColumn(Field<Boolean> field) implements Column {
    @Override
    public FactType type() {
      return FactType.FLAG;
    }
  }

  record SetRows(ChildRows rows, Optional<Condition> known) implements Column {
    @Override
    public FactType type() {
      return FactType.SET;
    }
  }

  record TreeRows(ChildRows at, ChildRows under, Optional<Condition> known) implements Column {
    @Override
    public FactType type() {
      return FactType.TREE;
    }
  }

  /** Collects the facts of a mapping. For one thread. Every name must be a fact name. */
  public static final class Builder {
    private final Map<FactName, Column> columns = new HashMap<>();

    private Builder() {}

    /**
     * A text in a column.
     *
     * @param fact the fact
     * @param field its column; NULL is not known
     * @return this builder
     */
    public Builder text(String fact, Field<String> field) {
      return put(fact, new TextColumn(field));
    }

    /**
     * A whole number in a column of 64 bits.
     *
     * @param fact the fact
     * @param field its column; NULL is not known
     * @return this builder
     */
    public Builder number(String fact, Field<Long> field) {
      return put(fact, new NumberColumn(field));
    }

    /**
     * A yes or no in a column.
     *
     * @param fact the fact
     * @param field its column; NULL is not known
     * @return this builder
     */
    public Builder flag(String fact, Field<Boolean> field) {
      return put(fact, new FlagColumn(field));
    }

    /**
     * A set of codes that is always known.
     *
     * @param fact the fact
     * @param rows its child rows
     * @return this builder
     */
    public Builder set(String fact, ChildRows rows) {
      return put(fact, new SetRows(rows, Optional.empty()));
    }

    /**
     * A set of codes that may be unknown.
     *
     * @param fact the fact
     * @param rows its child rows
     * @param known on the tested row: whether the set is known
     * @return this builder
     */
    public Builder set(String fact, ChildRows rows, Condition known) {
      return put(fact, new SetRows(rows, Optional.of(known)));
    }

    /**
     * A position in a tree that is always known.
     *
     * @param fact the fact
     * @param at the places themselves
     * @param under the places themselves and everything above them
     * @return this builder
     */
    public Builder tree(String fact, ChildRows at, ChildRows under) {
      return put(fact, new TreeRows(at, under, Optional.empty()));
    }

    /**
     * A position in a tree that may be unknown.
     *
     * @param fact the fact
     * @param at the places themselves
     * @param under the places themselves and everything above them
     * @param known on the tested row: whether the position is known
     * @return this builder
     */
    public Builder tree(String fact, ChildRows at, ChildRows under, Condition known) {
      return put(fact, new TreeRows(at, under, Optional.of(known)));
    }

    /**
     * Finishes the mapping; the builder may go on.
     *
     * @return the mapping
     */
    public FactColumns build() {
      return new FactColumns(columns);
    }

    private Builder put(String fact, Column column) {
      columns.put(FactName.of(fact), column);
      return this;
    }
  }
}
