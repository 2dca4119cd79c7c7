package dev.akinai.money;

/**
 * The cumulative Sainte-Laguë split: units go one by one to the part with the greatest
 * w / (2a + 1), where a is what the part has; ties go to the earlier part.
 *
 * <p>Sources: A. Sainte-Laguë, "La représentation proportionnelle et la méthode des moindres
 * carrés" (1910); M. Balinski and H. P. Young, "Fair Representation" (1982), on divisor methods.
 *
 * <p>Handing out one by one takes as many steps as units. The short way: part i gets its k-th unit
 * at priority w_i / (2k - 1). All units of a priority above W / 2T are given by rounding T w_i / W
 * to the nearest, a half down; so this start is itself a split of that rule, only of some other
 * number of units, at most half the parts away from T. What is missing is handed out, or what is
 * too much is taken back, in the order of the priorities. No exchange of pairs is ever needed.
 */
final class SainteLague {
  private final long[] weights;
  private final long[] shares;
  private final int direction; // 1 hands out, -1 takes back
  private final int[] heap; // indexes of parts; on top the one whose turn it is
  private int size;

  private SainteLague(long[] weights, long[] shares, int direction) {
    this.weights = weights;
    this.shares = shares;
    this.direction = direction;
    this.heap = new int[weights.length];
  }

  /** Needs weights >= 0 that sum up to total <= Long.MAX_VALUE / 4, and 0 <= units <= total. */
  static long[] split(long units, long[] weights, long total) {
    long[] shares = new long[weights.length];
    if (units == 0) {
      return shares;
    }
    long missing = units;
    for (int i = 0; i < weights.length; i++) {
      shares[i] = Wide.mulDiv(units, weights[i], total, Rounding.HALF_DOWN);
      missing -= shares[i];
    }
    if (missing != 0) {
      new SainteLague(weights, shares, Long.signum(missing)).move(Math.abs(missing));
    }
    return shares;
  }

  private void move(long units) {
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        heap[size++] = i;
      }
    }
    for (int at = size / 2 - 1; at >= 0; at--) {
      siftDown(at);
    }
    for (long n = 0; n < units; n++) {
      shares[heap[0]] += direction;
      siftDown(0);
    }
  }

  private void siftDown(int from) {
    int at = from;
    int moved = heap[at];
    for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && comesBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!comesBefore(heap[child], moved)) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = moved;
  }

  /**
   * Compares the priorities of the next units, or of the last ones when taking back. A part with
   * nothing to take back has 2a - 1 = -1, which the signed products sort behind every other.
   */
  private boolean comesBefore(int i, int j) {
    long next = 2 * shares[i] + direction;
    long other = 2 * shares[j] + direction;
    int order = Wide.compareProducts(weights[i], other, weights[j], next);
    return direction * (order != 0 ? order : j - i) > 0;
  }
}
