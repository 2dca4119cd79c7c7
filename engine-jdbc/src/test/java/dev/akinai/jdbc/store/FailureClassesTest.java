package dev.akinai.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.spi.StorageException.Failure;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureClassesTest {

  private static final String SECRET = "sEcReT-4711";

  /** An error as the engine's driver gives it: PostgreSQL speaks in SQLSTATEs, the others in codes. */
  private static SQLException error(Dialect dialect, String code) {
    return dialect == Dialect.POSTGRESQL
        ? new SQLException(SECRET, code, 0)
        : new SQLException(SECRET, "HY000", Integer.parseInt(code));
  }

  @ParameterizedTest
  @CsvSource({
    "POSTGRESQL, 40001, RETRYABLE, RETRYABLE",
    "POSTGRESQL, 40P01, RETRYABLE, RETRYABLE",
    "POSTGRESQL, 53300, RETRYABLE, RETRYABLE",
    "POSTGRESQL, 55P03, RETRYABLE, RETRYABLE",
    "POSTGRESQL, 57014, RETRYABLE, RETRYABLE",
    "POSTGRESQL, 08006, UNKNOWN, UNKNOWN",
    "POSTGRESQL, 57P01, UNKNOWN, UNKNOWN",
    "POSTGRESQL, 25P03, UNKNOWN, UNKNOWN",
    "POSTGRESQL, 40003, UNKNOWN, UNKNOWN",
    "POSTGRESQL, 22003, BROKEN, BROKEN",
    "POSTGRESQL, 23514, BROKEN, BROKEN",
    "POSTGRESQL, 23505, BROKEN, BROKEN",
    "POSTGRESQL, 42P01, BROKEN, BROKEN",
    "POSTGRESQL, 53100, BROKEN, BROKEN",
    "POSTGRESQL, XX000, BROKEN, UNKNOWN",
    "MARIADB, 1213, RETRYABLE, RETRYABLE",
    "MARIADB, 1020, RETRYABLE, RETRYABLE",
    "MARIADB, 1205, RETRYABLE, RETRYABLE",
    "MARIADB, 1040, RETRYABLE, RETRYABLE",
    "MARIADB, 2013, UNKNOWN, UNKNOWN",
    "MARIADB, 1927, UNKNOWN, UNKNOWN",
    "MARIADB, 1062, BROKEN, BROKEN",
    "MARIADB, 4025, BROKEN, BROKEN",
    "MARIADB, 1406, BROKEN, BROKEN",
    "MARIADB, 9999, BROKEN, UNKNOWN",
    "H2, 40001, RETRYABLE, RETRYABLE",
    "H2, 50200, RETRYABLE, RETRYABLE",
    "H2, 90131, RETRYABLE, RETRYABLE",
    "H2, 50000, RETRYABLE, UNKNOWN",
    "H2, 90067, UNKNOWN, UNKNOWN",
    "H2, 90098, UNKNOWN, UNKNOWN",
    "H2, 23513, BROKEN, BROKEN",
    "H2, 23505, BROKEN, BROKEN",
    "H2, 99999, BROKEN, UNKNOWN"
  })
  void everyCodeHasItsClass(Dialect dialect, String code, Failure statement, Failure commit) {
    var failures = new Failures(dialect);
    SQLException error = error(dialect, code);
    assertThat(failures.ofStatement(error).failure()).isEqualTo(statement);
    assertThat(failures.ofCommit(error).failure()).isEqualTo(commit);
    assertThat(failures.ofStatement(error))
        .hasMessageContaining(code)
        .hasMessageNotContaining(SECRET)
        .hasNoCause();
    assertThat(failures.ofCommit(error)).hasMessageNotContaining(SECRET).hasNoCause();
  }

  @Test
  void aLostConnectionIsUnknownOnEveryEngine() {
    for (Dialect dialect : Dialect.values()) {
      var lost = new SQLException(SECRET, "08003", 0);
      assertThat(new Failures(dialect).ofStatement(lost).failure()).isEqualTo(Failure.UNKNOWN);
    }
  }

  @Test
  void withoutAConnectionNothingWasKept() {
    var failures = new Failures(Dialect.POSTGRESQL);
    var busy = new SQLTransientConnectionException(SECRET);
    assertThat(failures.ofConnect(busy).failure()).isEqualTo(Failure.RETRYABLE);
    assertThat(failures.ofConnect(new SQLException(SECRET, "08001", 0)).failure())
        .isEqualTo(Failure.RETRYABLE);
    assertThat(failures.ofConnect(new SQLException(SECRET, "28P01", 0)).failure())
        .isEqualTo(Failure.BROKEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POSTGRESQL | 23505 | duplicate key value violates unique constraint \"ak_hold_open_owner\"",
        "MARIADB | 1062 | Duplicate entry 'tea-ak_op_pk' for key 'ak_hold_open_owner'",
        "H2 | 23505 | violation: \"PUBLIC.AK_HOLD_OPEN_OWNER INDEX PUBLIC.X ON PUBLIC.AK_HOLD(A) VALUES (1)\""
      })
  void aSecondOpenHoldOfAnOwnerIsRetryable(Dialect dialect, String code, String message) {
    var error = new SQLException(
        message + SECRET, "23505", dialect == Dialect.POSTGRESQL ? 0 : Integer.parseInt(code));
    assertThat(new Failures(dialect).ofStatement(error))
        .hasMessageContaining("constraint ak_hold_open_owner")
        .hasMessageNotContaining(SECRET)
        .extracting(failure -> failure.failure())
        .isEqualTo(Failure.RETRYABLE);
  }

  @Test
  void aNameThatIsNotOursIsNotShown() {
    var error = new SQLException("violates check constraint \"" + "x4711" + "\"", "23514", 0);
    assertThat(new Failures(Dialect.POSTGRESQL).ofStatement(error))
        .hasMessageNotContaining("x4711");
  }
}
