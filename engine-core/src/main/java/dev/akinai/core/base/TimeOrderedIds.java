package dev.akinai.core.base;

import java.time.Clock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Ids of 26 characters that sort by time and hold 80 random bits: 10 characters of milliseconds, 16 of chance, in an alphabet of 32 without
 * look-alikes. Thread-safe if its clock and chance are.
 */
public final class TimeOrderedIds implements Supplier<String> {

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int TIME_LENGTH = 10;
  private static final int LENGTH = 26;
  private static final int BITS = 5;

  private final Clock clock;
  private final RandomGenerator random;

  /** Ids of a clock and a random source. */
  public TimeOrderedIds(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public String get() {
    char[] text = new char[LENGTH];
    write(text, TIME_LENGTH - 1, TIME_LENGTH, clock.millis());
    int half = (LENGTH - TIME_LENGTH) / 2;
    write(text, TIME_LENGTH + half - 1, half, random.nextLong());
    write(text, LENGTH - 1, half, random.nextLong());
    return new String(text);
  }

  private static void write(char[] text, int last, int length, long bits) {
    long left = bits;
    for (int i = 0; i < length; i++) {
      text[last - i] = ALPHABET.charAt((int) (left & (ALPHABET.length() - 1)));
      left >>>= BITS;
    }
  }
}
