package dev.akinai.order;

import dev.akinai.base.InvalidInputException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A life cycle as a table of moves, read by the engine and by the documentation alike. Checked when built. Immutable.
 *
 * @param name such as {@code order.payment}
 * @param version raised with every change
 * @param start where it begins
 * @param ends states without a way on
 * @param moves the table
 */
public record Flow(String name, int version, String start, Set<String> ends, List<Move> moves) {

  /**
   * One row: in a state, an action leads to a state, if its guards agree. Immutable.
   *
   * @param from the state
   * @param action what is asked for
   * @param to the next state
   * @param guards names of conditions; all must hold
   * @param stamps milestones that the move sets
   */
  public record Move(
      String from, String action, String to, List<String> guards, List<Milestone> stamps) {
    /** Copies the lists. */
    public Move {
      guards = List.copyOf(guards);
      stamps = List.copyOf(stamps);
    }

    /**
     * A row without guards and milestones.
     *
     * @param from the state
     * @param action what is asked for
     * @param to the next state
     * @return the row
     */
    public static Move of(String from, String action, String to) {
      return new Move(from, action, to, List.of(), List.of());
    }

    /**
     * The same row with conditions.
     *
     * @param names of conditions
     * @return a changed copy
     */
    public Move when(String... names) {
      return new Move(from, action, to, List.of(names), stamps);
    }

    /**
     * The same row with milestones.
     *
     * @param milestones that it sets
     * @return a changed copy
     */
    public Move stamp(Milestone... milestones) {
      return new Move(from, action, to, guards, List.of(milestones));
    }
  }

  /** Checks the table. */
  public Flow {
    ends = Set.copyOf(ends);
    moves = List.copyOf(moves);
    requireOneTarget(name, moves);
    requireReachable(name, start, moves);
    requireWayOut(name, start, ends, moves);
  }

  /**
   * The row for an action in a state.
   *
   * @param from the state
   * @param action what is asked for
   * @return the row, or empty if the action means nothing there
   */
  public Optional<Move> find(String from, String action) {
    return moves.stream()
        .filter(move -> move.from().equals(from) && move.action().equals(action))
        .findFirst();
  }

  /**
   * The rows that leave a state.
   *
   * @param from the state
   * @return in table order
   */
  public List<Move> movesFrom(String from) {
    return moves.stream().filter(move -> move.from().equals(from)).toList();
  }

  /**
   * The table as a Mermaid state diagram, always the same text for the same table.
   *
   * @return lines that end with a line break
   */
  public String toMermaid() {
    var text = new StringBuilder("stateDiagram-v2\n  [*] --> " + start + "\n");
    for (Move move : moves) {
      String guards = move.guards().isEmpty() ? "" : " [" + String.join(", ", move.guards()) + "]";
      text.append("  %s --> %s: %s%s%n"
          .formatted(move.from(), move.to(), move.action(), guards)
          .replace("\r\n", "\n"));
    }
    ends.stream().sorted().forEach(end -> text.append("  ").append(end).append(" --> [*]\n"));
    return text.toString();
  }

  private static void requireOneTarget(String name, List<Move> moves) {
    Map<String, Move> seen = new HashMap<>();
    for (Move move : moves) {
      Move other = seen.put(move.from() + " on " + move.action(), move);
      if (other != null) {
        throw new InvalidInputException(
            "Two moves of %s leave %s on %s. Maybe give one its own action."
                .formatted(name, move.from(), move.action()));
      }
    }
  }

  private static void requireReachable(String name, String start, List<Move> moves) {
    Set<String> reached = reach(
        Set.of(start),
        moves.stream()
            .collect(Collectors.groupingBy(
                Move::from, Collectors.mapping(Move::to, Collectors.toSet()))));
    for (Move move : moves) {
      if (!reached.contains(move.from())) {
        throw new InvalidInputException(
            "The state %s of %s must be reachable from %s. Maybe a move to it is missing."
                .formatted(move.from(), name, start));
      }
    }
  }

  private static void requireWayOut(String name, String start, Set<String> ends, List<Move> moves) {
    Set<String> ending = reach(
        ends,
        moves.stream()
            .collect(Collectors.groupingBy(
                Move::to, Collectors.mapping(Move::from, Collectors.toSet()))));
    for (Move move : moves) {
      if (!ending.contains(move.to())) {
        throw new InvalidInputException(
            "The state %s of %s must have a way to an end. Maybe name it as an end."
                .formatted(move.to(), name));
      }
    }
    if (!ending.contains(start)) {
      throw new InvalidInputException(
          "The start %s of %s must have a way to an end. Maybe add a move.".formatted(start, name));
    }
  }

  private static Set<String> reach(Set<String> from, Map<String, Set<String>> steps) {
    var reached = new HashSet<>(from);
    var open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      for (String next : steps.getOrDefault(open.remove(), Set.of())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }
}
