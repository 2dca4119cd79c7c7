package dev.akinai.jdbc.criteria;

import java.util.Optional;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Compares texts by their characters. MariaDB and MySQL compare by a collation, which may ignore
 * case,
 * accents and trailing blanks, so there every text gets the binary collation that does not pad. It
 * stands at the value, not at the column, so that an index with the same collation is used.
 */
final class TextBinding {
  private final Optional<String> collation;

  private TextBinding(Optional<String> collation) {
    this.collation = collation;
  }

  static TextBinding of(SQLDialect dialect) {
    return switch (dialect.family()) {
      case MARIADB -> new TextBinding(Optional.of("utf8mb4_nopad_bin"));
      case MYSQL -> new TextBinding(Optional.of("utf8mb4_0900_bin"));
      default -> new TextBinding(Optional.empty());
    };
  }

  Field<String> value(String text) {
    return binary(DSL.val(text));
  }

  Field<String> binary(Field<String> field) {
    return collation.map(field::collate).orElse(field);
  }
}
