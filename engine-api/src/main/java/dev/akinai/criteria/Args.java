package dev.akinai.criteria;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a document tells a registered condition or effect: named values and lists of values, nothing
 * that runs.
 *
 * <p>At most {@value #MAX_ARGS} arguments. A name starts with a letter and has up to 64 letters,
 * digits, dots, dashes and underscores. Immutable and thread-safe.
 *
 * @param values the arguments by name
 */
public record Args(SortedMap<String, Arg> values) {
  /** The most arguments. */
  public static final int MAX_ARGS = 64;

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");
  private static final Args NONE = new Args(new TreeMap<>());

  /**
   * One argument. Immutable.
   *
   * @see One
   * @see Many
   */
  public sealed interface Arg {
    /**
     * The values of the argument.
     *
     * @return one for {@link One}, 0 or more for {@link Many}
     */
    List<Literal> literals();
  }

  /**
   * A single value.
   *
   * @param value the value
   */
  public record One(Literal value) implements Arg {
    @Override
    public List<Literal> literals() {
      return List.of(value);
    }
  }

  /**
   * A list of values.
   *
   * @param literals the values in order, 0 or more
   */
  public record Many(List<Literal> literals) implements Arg {
    /** Copies the list. */
    public Many {
      literals = List.copyOf(literals);
    }
  }

  /**
   * Copies and checks the arguments.
   *
   * @throws InvalidCriterionException if there are too many or a name has another form
   */
  public Args {
    if (values.size() > MAX_ARGS) {
      throw InvalidCriterionException.of(
          CriterionIssue.TOO_LARGE,
          "The arguments (" + values.size() + ") must be at most " + MAX_ARGS
              + ". Maybe use lists.");
    }
    values.keySet().forEach(Args::requireName);
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /**
   * No arguments at all.
   *
   * @return the empty arguments
   */
  public static Args none() {
    return NONE;
  }

  /**
   * Arguments from a map.
   *
   * @param values the arguments by name
   * @return the arguments, sorted by name
   * @throws InvalidCriterionException if there are too many or a name has another form
   */
  public static Args of(Map<String, ? extends Arg> values) {
    return new Args(new TreeMap<>(values));
  }

  /**
   * The same arguments and one more single value.
   *
   * @param name its name
   * @param value its value
   * @return a changed copy; an argument of that name is replaced
   * @throws InvalidCriterionException if there are too many or the name has another form
   */
  public Args with(String name, Literal value) {
    return withArg(name, new One(value));
  }

  /**
   * The same arguments and one more list.
   *
   * @param name its name
   * @param list its values
   * @return a changed copy; an argument of that name is replaced
   * @throws InvalidCriterionException if there are too many or the name has another form
   */
  public Args with(String name, List<Literal> list) {
    return withArg(name, new Many(list));
  }

  /**
   * The text of an argument.
   *
   * @param name its name
   * @return the text, or empty if there is none or it is of another type
   */
  public Optional<String> findText(String name) {
    return one(name)
        .filter(Literal.Text.class::isInstance)
        .map(literal -> ((Literal.Text) literal).value());
  }

  /**
   * The number of an argument.
   *
   * @param name its name
   * @return the number, or empty if there is none or it is of another type
   */
  public OptionalLong findNumber(String name) {
    return one(name)
        .filter(Literal.Whole.class::isInstance)
        .map(literal -> OptionalLong.of(((Literal.Whole) literal).value()))
        .orElse(OptionalLong.empty());
  }

  /**
   * The values of an argument, single or list.
   *
   * @param name its name
   * @return the values, none if the argument is absent
   */
  public List<Literal> list(String name) {
    Arg arg = values.get(name);
    return arg == null ? List.of() : arg.literals();
  }

  int literals() {
    return values.values().stream().mapToInt(arg -> arg.literals().size()).sum();
  }

  private Optional<Literal> one(String name) {
    return values.get(name) instanceof One one ? Optional.of(one.value()) : Optional.empty();
  }

  private Args withArg(String name, Arg arg) {
    SortedMap<String, Arg> copy = new TreeMap<>(values);
    copy.put(name, arg);
    return new Args(copy);
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw InvalidCriterionException.of(
          CriterionIssue.BAD_NAME,
          "The argument name ("
              + Texts.shown(name)
              + ") must be a letter and up to 63 letters or digits. Maybe shorten it.");
    }
  }
}
