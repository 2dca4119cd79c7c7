package dev.akinai.order;

/**
 * A piece with where its units are. Immutable.
 *
 * @param piece the frozen piece
 * @param shipped units on their way
 * @param delivered units that arrived
 * @param cancelled units that will never be sent
 * @param returned units that came back
 */
public record OrderPiece(Piece piece, long shipped, long delivered, long cancelled, long returned) {

  /**
   * Units that still have to be sent.
   *
   * @return quantity less all others
   */
  public long open() {
    return piece.quantity() - shipped - delivered - cancelled - returned;
  }

  /**
   * Units whose money went back; they are the first ones of the piece.
   *
   * @return cancelled and returned
   */
  public long reversed() {
    return cancelled + returned;
  }
}
