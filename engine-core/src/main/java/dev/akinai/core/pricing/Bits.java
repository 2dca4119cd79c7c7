package dev.akinai.core.pricing;

import java.util.Arrays;

/** A set of small numbers, such as the bands of a cart. Immutable once it is shared; for one thread before. */
final class Bits {

  static final Bits EMPTY = new Bits(0);

  private final long[] words;

  Bits(int size) {
    this(new long[(size + 63) >>> 6]);
  }

  private Bits(long[] words) {
    this.words = words;
  }

  /** A copy of some words of a larger table. */
  static Bits of(long[] table, int from, int words) {
    return new Bits(Arrays.copyOfRange(table, from, from + words));
  }

  static Bits all(int size) {
    Bits bits = new Bits(size);
    for (int i = 0; i < size; i++) {
      bits.set(i);
    }
    return bits;
  }

  void set(int index) {
    words[index >>> 6] |= 1L << index;
  }

  boolean get(int index) {
    int word = index >>> 6;
    return word < words.length && (words[word] & 1L << index) != 0;
  }

  boolean isEmpty() {
    for (long word : words) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  boolean meets(Bits other) {
    for (int i = 0; i < Math.min(words.length, other.words.length); i++) {
      if ((words[i] & other.words[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  void addAll(Bits other) {
    for (int i = 0; i < Math.min(words.length, other.words.length); i++) {
      words[i] |= other.words[i];
    }
  }

  Bits and(Bits other) {
    Bits both = new Bits(words.length << 6);
    for (int i = 0; i < Math.min(words.length, other.words.length); i++) {
      both.words[i] = words[i] & other.words[i];
    }
    return both;
  }

  /** The next member at or after a number, or -1. */
  int next(int from) {
    int word = from >>> 6;
    if (word >= words.length) {
      return -1;
    }
    long rest = words[word] & -1L << from;
    while (rest == 0) {
      if (++word == words.length) {
        return -1;
      }
      rest = words[word];
    }
    return (word << 6) + Long.numberOfTrailingZeros(rest);
  }
}
