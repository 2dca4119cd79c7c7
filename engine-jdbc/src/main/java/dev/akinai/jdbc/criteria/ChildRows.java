package dev.akinai.jdbc.criteria;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/**
 * The rows of a child table that hold the codes of a set or the places of a tree, one code per row.
 *
 * <p>Immutable if the jOOQ parts are.
 *
 * @param table the child table, under an alias of its own if it is used for several facts
 * @param link joins a child row to the row that is tested, such as {@code t.shop = m.shop and
 *     t.member = m.id}; may also pick the kind of row
 * @param value the column of the code, never NULL
 */
public record ChildRows(Table<?> table, Condition link, Field<String> value) {}
