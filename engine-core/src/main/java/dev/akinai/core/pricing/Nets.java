package dev.akinai.core.pricing;

import java.util.Arrays;

/**
 * The amounts of a cart at one moment of pricing: one entry for each run of goods, in canonical order, then one for each charge. Offers
 * lower nets and split runs; a search copies the whole of it, so it is plain arrays. For one thread.
 */
final class Nets {

  /** The runs of charges have this and lower numbers as their band: charge c is band -1 - c. */
  static final int FIRST_CHARGE = -1;

  private static final int OPEN = 0;
  static final int CLOSED = 1;
  static final int UNCOUNTED = 2;
  static final int USED = 4;
  /** Sold by weight or measure: no offer works on some of its units. */
  static final int MEASURED = 8;

  private static final int RIVAL_BITS = 8;

  int size;
  int[] band;
  int[] flags;
  long[] quantity;
  /** The selected price times the quantity, before any offer. */
  long[] gross;

  long[] list;
  long[] net;
  long[] floor;
  /** What is left of each budget that an offer of this quote may spend. */
  long[] budgets;
  /** What each capped lane, merchant and the cart may still take off. */
  long[] caps;

  Nets(int capacity, int budgets, int caps) {
    band = new int[capacity];
    flags = new int[capacity];
    quantity = new long[capacity];
    gross = new long[capacity];
    list = new long[capacity];
    net = new long[capacity];
    floor = new long[capacity];
    this.budgets = new long[budgets];
    this.caps = new long[caps];
  }

  void add(int bandIndex, int flag, long units, long amount, long least) {
    ensure(size + 1);
    band[size] = bandIndex;
    flags[size] = flag;
    quantity[size] = units;
    gross[size] = amount;
    list[size] = amount;
    net[size] = amount;
    floor[size] = least;
    size++;
  }

  void copyFrom(Nets other) {
    ensure(other.size);
    size = other.size;
    System.arraycopy(other.band, 0, band, 0, size);
    System.arraycopy(other.flags, 0, flags, 0, size);
    System.arraycopy(other.quantity, 0, quantity, 0, size);
    System.arraycopy(other.gross, 0, gross, 0, size);
    System.arraycopy(other.list, 0, list, 0, size);
    System.arraycopy(other.net, 0, net, 0, size);
    System.arraycopy(other.floor, 0, floor, 0, size);
    System.arraycopy(other.budgets, 0, budgets, 0, budgets.length);
    System.arraycopy(other.caps, 0, caps, 0, caps.length);
  }

  boolean isCharge(int run) {
    return band[run] <= FIRST_CHARGE;
  }

  long room(int run) {
    return Math.max(0, net[run] - floor[run]);
  }

  /** Cuts the first {@code units} off a run; they become a run before it, with the floor of all their amounts. */
  void split(int run, long units) {
    ensure(size + 1);
    shift(band, run);
    shift(flags, run);
    shift(quantity, run);
    shift(gross, run);
    shift(list, run);
    shift(net, run);
    shift(floor, run);
    size++;
    long all = quantity[run];
    quantity[run] = units;
    quantity[run + 1] = all - units;
    share(gross, run, units, all);
    share(list, run, units, all);
    share(net, run, units, all);
    share(floor, run, units, all);
  }

  private static void share(long[] amounts, int run, long units, long all) {
    long part = Exact.floor(amounts[run], units, all);
    amounts[run + 1] = amounts[run] - part;
    amounts[run] = part;
  }

  private void shift(int[] values, int run) {
    System.arraycopy(values, run, values, run + 1, size - run);
  }

  private void shift(long[] values, int run) {
    System.arraycopy(values, run, values, run + 1, size - run);
  }

  private void ensure(int needed) {
    if (needed > band.length) {
      int capacity = Math.max(needed, band.length * 2);
      band = Arrays.copyOf(band, capacity);
      flags = Arrays.copyOf(flags, capacity);
      quantity = Arrays.copyOf(quantity, capacity);
      gross = Arrays.copyOf(gross, capacity);
      list = Arrays.copyOf(list, capacity);
      net = Arrays.copyOf(net, capacity);
      floor = Arrays.copyOf(floor, capacity);
    }
  }

  /** What is left becomes the list price of what follows. */
  void rebase() {
    System.arraycopy(net, 0, list, 0, size);
  }

  static int flags(Band.Standing standing, boolean measured, int rival) {
    int open = switch (standing) {
      case OPEN -> OPEN;
      case CLOSED -> CLOSED;
      case CLOSED_UNCOUNTED -> CLOSED | UNCOUNTED;
    };
    return open | (measured ? MEASURED : 0) | (rival + 1) << RIVAL_BITS;
  }

  /** The price that competes with the offers of a run, by its number, or -1. */
  int rival(int run) {
    return (flags[run] >>> RIVAL_BITS) - 1;
  }
}
