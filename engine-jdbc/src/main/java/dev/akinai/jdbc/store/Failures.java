package dev.akinai.jdbc.store;

import dev.akinai.spi.StorageException;
import dev.akinai.spi.StorageException.Failure;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what is known after an error of a database, from tables of codes (RELIABILITY section 2). Stateless.
 *
 * <p>Messages hold SQLSTATE, vendor code and constraint name; what a driver says besides may be row values and is left out.
 */
public final class Failures {

  /** The codes of one engine; a code of two letters or digits stands for all that begin with it. */
  record Codes(
      Set<String> retryable, Set<String> unknown, Set<String> broken, Set<String> duplicate) {}

  /** By engine: SQLSTATEs for PostgreSQL, vendor codes for H2 and MariaDB, whose lost connections have SQLSTATE 08. */
  static final Map<Dialect, Codes> TABLE = Map.of(
      Dialect.POSTGRESQL,
      new Codes(
          Set.of("40001", "40P01", "53300", "55P03", "57014"),
          Set.of("08", "57P01", "57P02", "57P03", "25P03", "40003"),
          Set.of("22", "23502", "23503", "23514", "25006", "25P02", "42", "53100"),
          Set.of("23505")),
      Dialect.MARIADB,
      new Codes(
          Set.of("1213", "1020", "1040", "1205", "3572", "1317", "1969", "3024"),
          Set.of("2006", "2013", "1053", "1158", "1159", "1160", "1161", "1180", "1927"),
          Set.of("1264", "1406", "1290", "1836", "4025", "3819", "1021", "1114"),
          Set.of("1062")),
      Dialect.H2,
      new Codes(
          Set.of("40001", "90131", "50200"),
          Set.of("90067", "90098", "90121", "90028", "90031"),
          Set.of("23513", "22001", "22003", "23502"),
          Set.of("23505")));

  private static final Map<Dialect, Pattern> CONSTRAINT = Map.of(
      Dialect.POSTGRESQL, Pattern.compile("constraint \"(\\w+)\""),
      Dialect.MARIADB, Pattern.compile("(?:for key|CONSTRAINT) ['`](?:\\w+\\.)?(\\w+)['`]"),
      Dialect.H2, Pattern.compile("\"(?:\\w+\\.)?(\\w+)[ :]"));

  private static final int H2_GENERAL_ERROR = 50_000;

  private static final String OPEN_OWNER = "hold_open_owner";

  private final Dialect dialect;

  /**
   * Chooses the tables.
   *
   * @param dialect whose codes
   */
  public Failures(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * What is known after a statement failed.
   *
   * @param error of the driver
   * @return the exception to throw, without the driver's message
   */
  public StorageException ofStatement(SQLException error) {
    String constraint = constraint(error).orElse("");
    if (isIn(codes().duplicate(), error)) {
      return constraint.endsWith(OPEN_OWNER)
          ? exception(Failure.RETRYABLE, error, "The owner has an open hold already")
          : new DuplicateKey(message(error, "A key is there already"));
    }
    Failure unlisted = isInternal(error) ? Failure.RETRYABLE : Failure.BROKEN;
    return exception(known(error).orElse(unlisted), error, "The database refused a statement");
  }

  /**
   * What is known after COMMIT failed.
   *
   * @param error of the driver
   * @return the exception to throw, unknown unless the table says otherwise
   */
  public StorageException ofCommit(SQLException error) {
    Failure failure =
        isIn(codes().duplicate(), error) ? Failure.BROKEN : known(error).orElse(Failure.UNKNOWN);
    return exception(failure, error, "The database refused to commit");
  }

  /**
   * What is known when no connection could be had: nothing was kept.
   *
   * @param error of the driver or pool
   * @return the exception to throw
   */
  public StorageException ofConnect(SQLException error) {
    boolean later = error instanceof SQLTransientConnectionException
        || known(error).filter(failure -> failure != Failure.BROKEN).isPresent();
    return exception(
        later ? Failure.RETRYABLE : Failure.BROKEN, error, "No connection could be had");
  }

  private Optional<Failure> known(SQLException error) {
    Codes codes = codes();
    if (isIn(codes.retryable(), error)) {
      return Optional.of(Failure.RETRYABLE);
    }
    if (isIn(codes.unknown(), error) || state(error).startsWith("08")) {
      return Optional.of(Failure.UNKNOWN);
    }
    return isIn(codes.broken(), error) ? Optional.of(Failure.BROKEN) : Optional.empty();
  }

  /** A fault inside H2 that says nothing of our statement: docs/decisions/0011. At COMMIT it stays unknown. */
  private boolean isInternal(SQLException error) {
    return dialect == Dialect.H2 && error.getErrorCode() == H2_GENERAL_ERROR;
  }

  private Codes codes() {
    return Objects.requireNonNull(TABLE.get(dialect));
  }

  private boolean isIn(Set<String> codes, SQLException error) {
    String code =
        dialect == Dialect.POSTGRESQL ? state(error) : String.valueOf(error.getErrorCode());
    return codes.contains(code) || (code.length() == 5 && codes.contains(code.substring(0, 2)));
  }

  private static String state(SQLException error) {
    @Nullable String state = error.getSQLState();
    return state == null ? "" : state;
  }

  private StorageException exception(Failure failure, SQLException error, String what) {
    return new StorageException(failure, message(error, what));
  }

  private String message(SQLException error, String what) {
    String codes = "%s (SQLSTATE %s, code %d%s)."
        .formatted(
            what,
            state(error),
            error.getErrorCode(),
            constraint(error).map(name -> ", constraint " + name).orElse(""));
    return codes + " Maybe look the code up in the manual of " + dialect.product() + ".";
  }

  /** The name of a violated constraint of this library; a name that the tables do not have is not shown. */
  private Optional<String> constraint(SQLException error) {
    @Nullable String message = error.getMessage();
    if (message == null || !isConstraint(error)) {
      return Optional.empty();
    }
    Matcher found = Objects.requireNonNull(CONSTRAINT.get(dialect)).matcher(message);
    Optional<String> last = Optional.empty();
    while (found.find()) {
      last = Optional.of(found.group(1).toLowerCase(Locale.ROOT));
      if (dialect != Dialect.MARIADB) {
        break; // PostgreSQL and H2 name it before the values, MariaDB after
      }
    }
    return last.filter(ConstraintNames::isKnown);
  }

  private boolean isConstraint(SQLException error) {
    return state(error).startsWith("23") || error.getErrorCode() == 4025;
  }
}
