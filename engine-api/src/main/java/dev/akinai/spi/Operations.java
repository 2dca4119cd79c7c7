package dev.akinai.spi;

import dev.akinai.base.Api;

/** Remembers which requests succeeded (R-STO-07 to 10). */
@Api(Api.Use.IMPLEMENT)
public interface Operations {

  /**
   * Claims a key; a unit's first write. Of two claims at once the second waits for the first to end.
   *
   * @param claim kind, key, content and what a replay shall be told
   * @return whether it is new, and if not, what the first claim said
   */
  Answer claim(Claim claim);

  /**
   * Removes claims that are older than an instant of the storage's clock.
   *
   * @param olderThan the instant
   * @param limit most claims to remove
   * @return how many were removed
   */
  int purge(java.time.Instant olderThan, int limit);

  /**
   * A claim of a key. Immutable.
   *
   * @param kind such as {@code stock.hold}, 1 to 32 characters
   * @param key 1 to 160 characters
   * @param attempt different for each try, so that a store can tell its own row, 1 to 64 characters
   * @param hash SHA-256 of the command, in hex
   * @param result what a replay shall be told, such as an id, up to 500 characters
   */
  record Claim(String kind, String key, String attempt, String hash, String result) {}

  /**
   * What became of a claim. Immutable.
   *
   * @param status new, replayed or reused with other content
   * @param result what the first claim said
   */
  record Answer(Status status, String result) {

    /** The three outcomes of a claim. */
    public enum Status {
      /** Nobody had claimed it. */
      NEW,
      /** It was claimed with the same content. */
      REPLAYED,
      /** It was claimed with other content. */
      REUSED
    }
  }
}
