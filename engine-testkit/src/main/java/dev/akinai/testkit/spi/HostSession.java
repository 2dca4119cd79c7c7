package dev.akinai.testkit.spi;

import dev.akinai.base.Api;
import dev.akinai.spi.HostTransaction;
import dev.akinai.spi.StorageException;
import java.util.Optional;

/**
 * A host in a test: it has begun a transaction of its own and will end it. For one thread.
 *
 * <p>It has a small table of its own, of keys and values, so that a test can tell what became of the host's work.
 */
@Api(Api.Use.IMPLEMENT)
public interface HostSession extends AutoCloseable {

  /**
   * The transaction that this session began.
   *
   * @return of the plug-in's own type
   */
  HostTransaction transaction();

  /**
   * What a plug-in must refuse to join: the same database, but every statement commits by itself.
   *
   * @return of the plug-in's own type
   * @throws IllegalArgumentException if the type refuses it already
   */
  HostTransaction notBegun();

  /**
   * Writes a row of the host's own, inside the transaction.
   *
   * @param key a key not written before
   * @param value any text
   */
  void write(String key, String value);

  /**
   * Reads a row of the host's own, inside the transaction.
   *
   * @param key which
   * @return the value, or empty
   */
  Optional<String> read(String key);

  /**
   * Everything about the connection that a joined unit must leave as it was: isolation, autocommit, schema, time-outs.
   *
   * @return a text that changes if one of them changes
   */
  String settings();

  /**
   * Commits.
   *
   * @throws StorageException RETRYABLE if the database undid the transaction, UNKNOWN if nobody can say
   */
  void commit();

  /** Rolls back. */
  void rollback();

  /** Rolls back what was not committed, and gives the connection back. */
  @Override
  void close();
}
