package dev.akinai.spi;

import dev.akinai.base.Api;
import dev.akinai.base.Page;
import dev.akinai.event.StreamId;
import dev.akinai.ledger.Account;
import dev.akinai.payment.Payment;
import dev.akinai.quota.Cell;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.Hold;

/** What an audit compares: each counter and balance beside the sums of the rows behind it. Reads only; pages go by key. */
@Api(Api.Use.IMPLEMENT)
public interface AuditReads {

  /**
   * A cell, or the entries of a cell that has no row, with the sums behind it. Immutable.
   *
   * @param stored the row; zeros and version 0 if there is none
   * @param entries the sums of its entries: limit (with the newest carried cap), held, consumed, overdraft, safety; the shortfall and version fields hold 0 and the
   *     number of entries
   * @param linesHeld the sum of {@code postedHeld} over hold lines
   * @param linesConsumed the sum of {@code postedConsumed} over hold lines
   */
  record CellSums(Cell stored, Cell entries, long linesHeld, long linesConsumed) {

    /**
     * Which counter.
     *
     * @return the key
     */
    public CellKey key() {
      return stored.key();
    }
  }

  /**
   * An account with the sums behind it. Immutable.
   *
   * @param stored the row
   * @param entries what its entries sum to, part by part
   * @param lotsAvailable units in lots that have matured
   * @param lotsPending units in lots that are pending
   * @param lotsHeld units held in lots
   * @param allocations what lot changes sum to, remaining and held together
   */
  record AccountSums(
      Account stored,
      Account entries,
      long lotsAvailable,
      long lotsPending,
      long lotsHeld,
      long allocations) {}

  /**
   * A stream's events beside what was put into the outbox. Immutable.
   *
   * @param stream which thing
   * @param version its stored version: of the history, of the hold
   * @param messages how many outbox rows it has or had
   * @param lastSequence the highest sequence among them
   */
  record StreamSums(StreamId stream, long version, long messages, long lastSequence) {}

  /**
   * Cells with their sums.
   *
   * @param page which page
   * @return the page, by key
   */
  Page<CellSums> cells(Page.Request page);

  /**
   * Holds with their lines.
   *
   * @param page which page
   * @return the page, by id
   */
  Page<Hold> holds(Page.Request page);

  /**
   * Accounts with their sums.
   *
   * @param page which page
   * @return the page, by id
   */
  Page<AccountSums> accounts(Page.Request page);

  /**
   * Histories and holds beside their outbox rows.
   *
   * @param page which page
   * @return the page, by type and id
   */
  Page<StreamSums> streams(Page.Request page);

  /**
   * Payments.
   *
   * @param page which page
   * @return the page, by id
   */
  Page<Payment> payments(Page.Request page);
}
