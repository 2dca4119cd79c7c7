package dev.akinai.promotion;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * When an offer runs, on the clocks of one time zone (PRICING 3.4). Immutable.
 *
 * <p>It runs from {@link #resolve} of its start up to, not including, {@link #resolve} of its end. Within that an instant counts if its local
 * time of day lies in a daily window and the day on which the window opened is one of the days and no exception. A window across a gap of the
 * clock is shorter, one across an overlap longer.
 *
 * @param zone whose clocks
 * @param from since when, or empty for always
 * @param to until when, exclusive, or empty for ever
 * @param days on which days of the week; empty for all
 * @param daily at which times of day; empty for the whole day; at most 24, none overlapping another
 * @param except on which dates not; at most 366
 */
public record Schedule(
    ZoneId zone,
    Optional<LocalDateTime> from,
    Optional<LocalDateTime> to,
    Set<DayOfWeek> days,
    List<DailyWindow> daily,
    Set<LocalDate> except) {

  /** Always. */
  public static final Schedule ALWAYS = new Schedule(
      ZoneOffset.UTC, Optional.empty(), Optional.empty(), Set.of(), List.of(), Set.of());

  private static final int MINUTES = 24 * 60;

  /**
   * A time of day, half-open, in minutes from midnight. Immutable.
   *
   * @param from 0 to 1439
   * @param to 1 to 1440; not after {@code from} for a window that wraps round midnight and belongs to the day it opened
   */
  public record DailyWindow(int from, int to) {
    private static final Pattern SHAPE =
        Pattern.compile("[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]");

    /** Checks the ranges. */
    public DailyWindow {
      if (from < 0 || from >= MINUTES || to < 1 || to > MINUTES || from == to) {
        throw new InvalidInputException(
            "The daily window (minutes %d to %d) must start at 0 to 1439 and end elsewhere, at 1 to 1440. Maybe leave it out for the whole day."
                .formatted(from, to));
      }
    }

    /**
     * Reads a window such as {@code 20:00-24:00}.
     *
     * @param text two times of day
     * @return the window
     */
    public static DailyWindow parse(String text) {
      if (!SHAPE.matcher(text).matches()) {
        throw new InvalidInputException(
            "The daily window (" + text + ") must be two times. Maybe write 20:00-24:00.");
      }
      int end = minutes(text.substring(6));
      return new DailyWindow(minutes(text.substring(0, 5)), end == 0 ? MINUTES : end);
    }

    private static int minutes(String text) {
      return Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3));
    }

    boolean wraps() {
      return to < from;
    }

    boolean holdsToday(long nano) {
      return nano >= nanos(from) && (wraps() || nano < nanos(to));
    }

    boolean holdsFromYesterday(long nano) {
      return wraps() && nano < nanos(to);
    }

    private static long nanos(int minutes) {
      return minutes * 60_000_000_000L;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%02d:%02d-%02d:%02d", from / 60, from % 60, to / 60, to % 60);
    }
  }

  /** Sorts the sets and checks sizes, the window and that daily windows do not overlap. */
  public Schedule {
    days = days.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(days));
    daily = List.copyOf(daily);
    except = Collections.unmodifiableSortedSet(new TreeSet<>(except));
    if (daily.size() > 24) {
      throw new InputTooLargeException("daily windows", 24, daily.size());
    }
    if (except.size() > 366) {
      throw new InputTooLargeException("excepted dates", 366, except.size());
    }
    requireApart(daily);
    if (from.isPresent()
        && to.isPresent()
        && !resolve(from.get(), zone).isBefore(resolve(to.get(), zone))) {
      throw new InvalidInputException(
          "The schedule (%s to %s, %s) must not be empty. Maybe swap the two."
              .formatted(from.get(), to.get(), zone));
    }
  }

  /**
   * From one local time to another.
   *
   * @param zone whose clocks
   * @param from since when
   * @param to until when, exclusive
   * @return the schedule
   */
  public static Schedule between(ZoneId zone, LocalDateTime from, LocalDateTime to) {
    return new Schedule(zone, Optional.of(from), Optional.of(to), Set.of(), List.of(), Set.of());
  }

  /**
   * Whole days, the last one included.
   *
   * @param zone whose clocks
   * @param from the first day
   * @param through the last day
   * @return the schedule, which ends with the first moment of the day after
   */
  public static Schedule days(ZoneId zone, LocalDate from, LocalDate through) {
    return between(zone, from.atStartOfDay(), through.plusDays(1).atStartOfDay());
  }

  /**
   * The same at some times of day only.
   *
   * @param windows half-open, such as {@code 20:00-24:00}
   * @return a changed copy
   */
  public Schedule daily(String... windows) {
    List<DailyWindow> parsed = List.of(windows).stream().map(DailyWindow::parse).toList();
    return new Schedule(zone, from, to, days, parsed, except);
  }

  /**
   * The same on some days of the week only.
   *
   * @param others the days
   * @return a changed copy
   */
  public Schedule on(DayOfWeek... others) {
    return new Schedule(zone, from, to, Set.of(others), daily, except);
  }

  /**
   * The earliest instant at which the zone's clock shows a local time or later: the far side of a gap, the first pass of an overlap.
   *
   * @param local the local time
   * @param zone whose clock
   * @return the instant
   */
  public static Instant resolve(LocalDateTime local, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    if (change != null && change.isGap()) {
      return change.getInstant();
    }
    return local.toInstant(zone.getRules().getValidOffsets(local).get(0));
  }

  /**
   * Since which instant it runs.
   *
   * @return the start, or empty for always
   */
  public Optional<Instant> firstInstant() {
    return from.map(local -> resolve(local, zone));
  }

  /**
   * Until which instant it runs.
   *
   * @return the end, exclusive, or empty for ever
   */
  public Optional<Instant> endInstant() {
    return to.map(local -> resolve(local, zone));
  }

  /**
   * Tells whether an instant lies between start and end, whatever the day and the time of day.
   *
   * @param at the instant
   * @return true within the half-open window
   */
  public boolean covers(Instant at) {
    return (from.isEmpty() || !at.isBefore(resolve(from.get(), zone)))
        && (to.isEmpty() || at.isBefore(resolve(to.get(), zone)));
  }

  /**
   * Tells whether it runs at an instant.
   *
   * @param at the instant
   * @return true if it does
   */
  public boolean isLiveAt(Instant at) {
    return covers(at) && isInDay(at);
  }

  private boolean isInDay(Instant at) {
    if (days.isEmpty() && daily.isEmpty() && except.isEmpty()) {
      return true;
    }
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    LocalDate today = local.toLocalDate();
    if (daily.isEmpty()) {
      return isDay(today);
    }
    long nano = local.toLocalTime().toNanoOfDay();
    for (DailyWindow window : daily) {
      if ((window.holdsToday(nano) && isDay(today))
          || (window.holdsFromYesterday(nano) && isDay(today.minusDays(1)))) {
        return true;
      }
    }
    return false;
  }

  private boolean isDay(LocalDate date) {
    return (days.isEmpty() || days.contains(date.getDayOfWeek())) && !except.contains(date);
  }

  /**
   * The next instant from which it runs, if it does not run now.
   *
   * @param at the instant
   * @return {@code at} if it runs, else the start of its next time within 400 days, or empty
   */
  public Optional<Instant> nextStart(Instant at) {
    Instant from = firstInstant().filter(first -> first.isAfter(at)).orElse(at);
    for (int i = 0; i < 400 * 50 && covers(from); i++) {
      if (isLiveAt(from)) {
        return Optional.of(from);
      }
      from = nextCandidate(from);
      if (from.isAfter(at.plus(Duration.ofDays(400)))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The next instant at which a day or a daily window starts, or the clock changes. */
  private Instant nextCandidate(Instant at) {
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    LocalDateTime next = local.toLocalDate().plusDays(1).atStartOfDay();
    for (DailyWindow window : daily) {
      LocalDateTime start =
          local.toLocalDate().atTime(LocalTime.ofSecondOfDay(window.from() * 60L));
      next = start.isAfter(local) && start.isBefore(next) ? start : next;
    }
    Instant found = resolve(next, zone);
    ZoneOffsetTransition change = zone.getRules().nextTransition(at);
    if (change != null && change.getInstant().isBefore(found)) {
      found = change.getInstant();
    }
    return found.isAfter(at) ? found : at.plusSeconds(60);
  }

  private static void requireApart(List<DailyWindow> windows) {
    boolean[] taken = new boolean[MINUTES];
    for (DailyWindow window : windows) {
      int end = window.wraps() ? window.to() + MINUTES : window.to();
      for (int minute = window.from(); minute < end; minute++) {
        if (taken[minute % MINUTES]) {
          throw new InvalidInputException(
              "The daily windows (%s) must not overlap. Maybe merge them.".formatted(windows));
        }
        taken[minute % MINUTES] = true;
      }
    }
  }
}
