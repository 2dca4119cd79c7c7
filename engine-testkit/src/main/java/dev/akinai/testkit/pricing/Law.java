package dev.akinai.testkit.pricing;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A sentence about prices that holds for every cart and all rules, as a plain predicate (PRICING 12). Immutable.
 *
 * <p>{@link #check} tries it on one sample; a seed loop ({@link LawRun}) or a property of any library may drive it. Thread-safe.
 */
public final class Law {

  private final String id;
  private final String text;
  private final int cost;
  private final Consumer<Trial> body;

  private Law(String id, String text, int cost, Consumer<Trial> body) {
    this.id = id;
    this.text = text;
    this.cost = cost;
    this.body = body;
  }

  static Law of(int number, String text, Consumer<Trial> body) {
    return costing(1, number, text, body);
  }

  /** A law of which one try costs as much as many of another, such as one with threads. */
  static Law costing(int cost, int number, String text, Consumer<Trial> body) {
    return new Law("L-PRI-%02d".formatted(number), text, cost, body);
  }

  /** What became of one try. */
  public enum Result {
    /** The law spoke of this sample, and held. */
    HELD,
    /** Its condition was not met, so it said nothing. */
    NOT_APPLICABLE,
    /** It was broken. */
    BROKEN
  }

  /**
   * One try.
   *
   * @param result what became of it
   * @param message the values that break it; empty unless broken
   */
  public record Try(Result result, String message) {}

  /**
   * All laws.
   *
   * @return by number
   */
  public static List<Law> all() {
    return AllLaws.LIST;
  }

  /**
   * Finds a law.
   *
   * @param id such as {@code L-PRI-03}
   * @return the law, or empty
   */
  public static Optional<Law> find(String id) {
    return all().stream().filter(law -> law.id.equals(id)).findFirst();
  }

  /**
   * Its name.
   *
   * @return such as {@code L-PRI-03}
   */
  public String id() {
    return id;
  }

  /**
   * What it says.
   *
   * @return one sentence
   */
  public String text() {
    return text;
  }

  /**
   * How many tries of an ordinary law one of its own costs; a run makes so many fewer.
   *
   * @return 1 or more
   */
  public int cost() {
    return cost;
  }

  /**
   * Tries it on one sample.
   *
   * @param subject the engine
   * @param sample a cart and rules
   * @return what became of it
   */
  public Try check(LawSubject subject, PricingSample sample) {
    try {
      body.accept(new Trial(subject, sample));
      return new Try(Result.HELD, "");
    } catch (Trial.NotApplicable nothingToSay) {
      return new Try(Result.NOT_APPLICABLE, "");
    } catch (Trial.Broken broken) {
      return new Try(Result.BROKEN, String.valueOf(broken.getMessage()));
    }
  }

  @Override
  public String toString() {
    return id + " " + text;
  }
}
