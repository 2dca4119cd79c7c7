package dev.akinai.jdbc.criteria;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.akinai.criteria.TreePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** A product table with a child table for its codes, and the mapping of its facts. */
final class SampleTables {
  private static final Table<Record> PRODUCT = table(name("sample_product"));
  private static final Field<Integer> ID =
      field(name("sample_product", "id"), SQLDataType.INTEGER.nullable(false));
  private static final Field<String> BRAND =
      field(name("sample_product", "brand"), SQLDataType.VARCHAR(100));
  private static final Field<Long> PRICE =
      field(name("sample_product", "price"), SQLDataType.BIGINT);
  private static final Field<Boolean> REDUCED =
      field(name("sample_product", "reduced"), SQLDataType.BOOLEAN);
  private static final Field<Boolean> TAGGED =
      field(name("sample_product", "tagged"), SQLDataType.BOOLEAN);
  private static final Field<Boolean> PLACED =
      field(name("sample_product", "placed"), SQLDataType.BOOLEAN);

  private static final Table<Record> CODE = table(name("sample_code"));
  private static final Field<Integer> OWNER =
      field(name("sample_code", "owner"), SQLDataType.INTEGER.nullable(false));
  private static final Field<Integer> KIND =
      field(name("sample_code", "kind"), SQLDataType.INTEGER.nullable(false));
  private static final Field<String> CODE_VALUE =
      field(name("sample_code", "code"), SQLDataType.VARCHAR(100).nullable(false));

  private static final int TAG = 1;
  private static final int GROUP = 2;
  private static final int PLACE = 3;
  private static final int ABOVE = 4;

  static final FactColumns COLUMNS = FactColumns.builder()
      .text("brand", BRAND)
      .number("price", PRICE)
      .flag("reduced", REDUCED)
      .set("tags", codes(KIND.eq(TAG)), TAGGED.isTrue())
      .set("groups", codes(KIND.eq(GROUP)))
      .tree("category", codes(KIND.eq(PLACE)), codes(KIND.in(PLACE, ABOVE)), PLACED.isTrue())
      .build();

  private final DSLContext dsl;

  private SampleTables(DSLContext dsl) {
    this.dsl = dsl;
  }

  static SampleTables create(DSLContext dsl) {
    SampleTables tables = new SampleTables(dsl);
    tables.drop();
    dsl.createTable(PRODUCT).columns(ID, BRAND, PRICE, REDUCED, TAGGED, PLACED).execute();
    dsl.createTable(CODE).columns(OWNER, KIND, CODE_VALUE).execute();
    return tables;
  }

  void drop() {
    dsl.dropTableIfExists(PRODUCT).execute();
    dsl.dropTableIfExists(CODE).execute();
  }

  /** Replaces all rows; a row's id is its index. */
  void fill(List<SampleRow> rows) {
    List<Query> writes = new ArrayList<>();
    writes.add(dsl.deleteFrom(PRODUCT));
    writes.add(dsl.deleteFrom(CODE));
    for (int id = 0; id < rows.size(); id++) {
      add(id, rows.get(id), writes);
    }
    dsl.batch(writes).execute();
  }

  List<Integer> select(Condition condition) {
    return dsl.select(ID).from(PRODUCT).where(condition).orderBy(ID).fetch(ID);
  }

  private void add(int id, SampleRow row, List<Query> writes) {
    writes.add(dsl.insertInto(PRODUCT)
        .columns(ID, BRAND, PRICE, REDUCED, TAGGED, PLACED)
        .values(
            id,
            row.brand().orElse(null),
            row.price().orElse(null),
            row.reduced().orElse(null),
            row.tags().isPresent(),
            row.category().isPresent() ? true : null));
    row.tags().ifPresent(tags -> addCodes(id, TAG, tags, writes));
    addCodes(id, GROUP, row.groups(), writes);
    row.category().ifPresent(position -> addPosition(id, position, writes));
  }

  private void addPosition(int id, TreePosition position, List<Query> writes) {
    addCodes(id, PLACE, position.at(), writes);
    addCodes(id, ABOVE, position.above(), writes);
  }

  private void addCodes(int id, int kind, Set<String> codes, List<Query> writes) {
    codes.forEach(code ->
        writes.add(dsl.insertInto(CODE).columns(OWNER, KIND, CODE_VALUE).values(id, kind, code)));
  }

  private static ChildRows codes(Condition kind) {
    return new ChildRows(CODE, OWNER.eq(ID).and(kind), CODE_VALUE);
  }
}
