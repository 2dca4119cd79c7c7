package dev.akinai.quota;

/**
 * One demand of a hold, with what became of it and what its cell already knows. Immutable.
 *
 * @param line its number in the hold, from 1
 * @param cell which counter
 * @param quantity units taken
 * @param confirmed units confirmed, at most {@code quantity}
 * @param back confirmed units given back since, at most {@code confirmed}
 * @param postedHeld what this line has added to the cell's {@code held}
 * @param postedConsumed what this line has added to the cell's {@code consumed}
 */
public record HoldLine(
    int line,
    CellKey cell,
    long quantity,
    long confirmed,
    long back,
    long postedHeld,
    long postedConsumed) {

  /**
   * What the line should have added to {@code held} in a state.
   *
   * @param state the hold's state
   * @return the quantity while held, else 0
   */
  public long targetHeld(HoldState state) {
    return state == HoldState.HELD ? quantity : 0;
  }

  /**
   * What the line should have added to {@code consumed} in a state.
   *
   * @param state the hold's state
   * @return confirmed less given back once confirmed, else 0
   */
  public long targetConsumed(HoldState state) {
    return state == HoldState.CONFIRMED ? confirmed - back : 0;
  }

  /**
   * Tells whether the cell knows all of this line.
   *
   * @param state the hold's state
   * @return true if both posted figures are on target
   */
  public boolean isSettled(HoldState state) {
    return postedHeld == targetHeld(state) && postedConsumed == targetConsumed(state);
  }

  /**
   * The line after its cell was told everything.
   *
   * @param state the hold's state
   * @return a changed copy
   */
  public HoldLine settled(HoldState state) {
    return new HoldLine(
        line, cell, quantity, confirmed, back, targetHeld(state), targetConsumed(state));
  }
}
