package dev.akinai.quota;

/**
 * One counter as it stands: all that was put in, what is promised of it and what is still free. Immutable.
 *
 * <p>Quantities are whole units (for a budget: minor units). Source: STOCK section 2.
 *
 * @param key which counter
 * @param limit all that was ever put in, less losses and transfers out
 * @param held taken by open holds, and by resolved ones not yet settled
 * @param consumed confirmed, ever
 * @param overdraft how far promises may go beyond the limit
 * @param safety units kept from sale
 * @param shortfall promises that nothing covers after a loss
 * @param version raised by one with each committed change; 0 for a cell that was never written
 */
public record Cell(
    CellKey key,
    long limit,
    long held,
    long consumed,
    long overdraft,
    long safety,
    long shortfall,
    long version) {

  /**
   * A cell nobody has written yet: it reads as zeros.
   *
   * @param key which counter
   * @return the empty cell
   */
  public static Cell empty(CellKey key) {
    return new Cell(key, 0, 0, 0, 0, 0, 0, 0);
  }

  /**
   * What the cell can still give.
   *
   * @return limit + overdraft - safety - held - consumed, or 0 if that is negative
   */
  public long free() {
    return Math.max(0, limit + overdraft - safety - held - consumed);
  }
}
