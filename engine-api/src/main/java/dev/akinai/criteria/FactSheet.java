package dev.akinai.criteria;

import dev.akinai.base.Api;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Facts written down one by one, for members, orders and tests; it knows no lines to add up.
 *
 * <p>{@code FactSheet.builder().text("channel", "app").set("member.segments", Set.of()).build()}
 * knows the channel, and that there are no segments; all else is unknown. A name stands for one
 * fact: written down twice, the last one counts. Immutable and thread-safe.
 */
@Api(Api.Use.CALL)
public final class FactSheet implements Facts {
  private static final FactSheet EMPTY = builder().build();

  private final Map<FactName, Object> known;

  private FactSheet(Map<FactName, Object> known) {
    this.known = Map.copyOf(known);
  }

  /**
   * Nothing is known.
   *
   * @return the empty sheet
   */
  public static FactSheet empty() {
    return EMPTY;
  }

  /**
   * Starts a sheet.
   *
   * @return a builder that knows nothing yet
   */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public Optional<String> text(FactName fact) {
    return find(fact, String.class);
  }

  @Override
  public OptionalLong number(FactName fact) {
    return find(fact, Long.class).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  @Override
  public Optional<Set<String>> set(FactName fact) {
    return find(fact, Codes.class).map(Codes::values);
  }

  @Override
  public Optional<TreePosition> tree(FactName fact) {
    return find(fact, TreePosition.class);
  }

  @Override
  public Truth flag(FactName fact) {
    return find(fact, Boolean.class).map(Truth::of).orElse(Truth.UNKNOWN);
  }

  private <T> Optional<T> find(FactName fact, Class<T> type) {
    return Optional.ofNullable(known.get(fact)).filter(type::isInstance).map(type::cast);
  }

  private record Codes(Set<String> values) {}

  /** Collects facts for a sheet. For one thread. */
  public static final class Builder {
    private final Map<FactName, Object> known = new HashMap<>();

    private Builder() {}

    /**
     * Writes down a text.
     *
     * @param fact the name
     * @param value the text
     * @return this builder
     * @throws InvalidCriterionException if the name is none
     */
    public Builder text(String fact, String value) {
      return put(fact, value);
    }

    /**
     * Writes down a number.
     *
     * @param fact the name
     * @param value the number
     * @return this builder
     * @throws InvalidCriterionException if the name is none
     */
    public Builder number(String fact, long value) {
      return put(fact, value);
    }

    /**
     * Writes down a set; empty means "known to be none".
     *
     * @param fact the name
     * @param values the codes
     * @return this builder
     * @throws InvalidCriterionException if the name is none
     */
    public Builder set(String fact, Set<String> values) {
      return put(fact, new Codes(Set.copyOf(values)));
    }

    /**
     * Writes down a position in a tree.
     *
     * @param fact the name
     * @param position where
     * @return this builder
     * @throws InvalidCriterionException if the name is none
     */
    public Builder tree(String fact, TreePosition position) {
      return put(fact, position);
    }

    /**
     * Writes down a yes or no.
     *
     * @param fact the name
     * @param value true for yes
     * @return this builder
     * @throws InvalidCriterionException if the name is none
     */
    public Builder flag(String fact, boolean value) {
      return put(fact, value);
    }

    /**
     * Finishes the sheet; the builder may go on.
     *
     * @return the sheet
     */
    public FactSheet build() {
      return new FactSheet(known);
    }

    private Builder put(String fact, Object value) {
      known.put(FactName.of(fact), value);
      return this;
    }
  }
}
