package dev.akinai.promotion;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.Text;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How an offer is combined with others (PRICING rows 1, 2). Immutable.
 *
 * @param priority within its lane higher goes first, then the smaller id
 * @param group the group of its lane it belongs to; a group that the lane does not declare has capacity 1 per cart
 * @param excludes ids of offers and names of groups it is never combined with, at most 100
 * @param exclusive what it shuts out, or empty
 * @param duty whether the engine may leave it out for a better combination
 */
public record Stacking(
    int priority,
    Optional<String> group,
    Set<String> excludes,
    Optional<Exclusive> exclusive,
    Duty duty) {

  /** Priority 0, combined with everything. */
  public static final Stacking FREE =
      new Stacking(0, Optional.empty(), Set.of(), Optional.empty(), Duty.OPTIONAL);

  /** What an exclusive offer shuts out. */
  public enum Exclusive {
    /** All others of its lane. */
    LANE,
    /** All others on goods; never one on shipping. */
    GOODS,
    /** All others of every searched lane. */
    ALL
  }

  /** Whether an offer may be left out. */
  public enum Duty {
    /** It is left out where another combination is better for the buyer. */
    OPTIONAL,
    /** It applies whenever it can. */
    MANDATORY
  }

  /** Sorts and checks the names. */
  public Stacking {
    group.ifPresent(name -> Text.requireVisible("group", name, 64));
    excludes.forEach(name -> Text.requireVisible("excluded offer or group", name, 64));
    if (excludes.size() > 100) {
      throw new InputTooLargeException("excluded offers and groups", 100, excludes.size());
    }
    excludes = Collections.unmodifiableSortedSet(new TreeSet<>(excludes));
  }

  /**
   * The same with another priority.
   *
   * @param other higher goes first
   * @return a changed copy
   */
  public Stacking withPriority(int other) {
    return new Stacking(other, group, excludes, exclusive, duty);
  }

  /**
   * The same in a group.
   *
   * @param name 1 to 64 visible characters
   * @return a changed copy
   */
  public Stacking inGroup(String name) {
    return new Stacking(priority, Optional.of(name), excludes, exclusive, duty);
  }

  /**
   * The same, shutting others out.
   *
   * @param what it shuts out
   * @return a changed copy
   */
  public Stacking exclusive(Exclusive what) {
    return new Stacking(priority, group, excludes, Optional.of(what), duty);
  }

  /**
   * The same, applied whenever it can.
   *
   * @return a changed copy
   */
  public Stacking mandatory() {
    return new Stacking(priority, group, excludes, exclusive, Duty.MANDATORY);
  }

  /**
   * The same, never combined with some others.
   *
   * @param names ids of offers and names of groups
   * @return a changed copy
   */
  public Stacking excluding(String... names) {
    return new Stacking(priority, group, Set.of(names), exclusive, duty);
  }
}
