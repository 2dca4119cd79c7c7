package dev.akinai.core.pricing;

import dev.akinai.pricing.LintCode;
import dev.akinai.pricing.LintFinding;
import dev.akinai.promotion.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * W-09: starts, ends and daily windows at local times that are not there or come twice, and ends at the first moment of a day that was
 * probably meant to be the last one. What is over is not looked at; daily windows are for the next 400 days. Stateless.
 *
 * <p>A schedule that was written with {@code through} ends at a midnight too, so a midnight alone says nothing. It is told if start and end
 * are both midnights and the day that just misses is the last of a month or one like 11-11, which is what a merchant names as a last day.
 */
final class LintTimes implements LintCheck {

  private static final Duration AHEAD = Duration.ofDays(400);

  @Override
  public Stream<LintFinding> find(LintWorld world) {
    Instant at = world.input.at();
    return world.rules.offers.stream()
        .filter(rule -> rule.offer.schedule().endInstant().map(at::isBefore).orElse(true))
        .flatMap(rule -> faults(rule.offer.schedule(), at)
            .map(text -> LintWorld.finding(LintCode.W_09, rule.offer.id() + " " + text, rule)));
  }

  private static Stream<String> faults(Schedule schedule, Instant at) {
    return Stream.of(
            schedule.from().flatMap(local -> odd(schedule, local, at, "starts")),
            schedule.to().flatMap(local -> odd(schedule, local, at, "ends")),
            oddWindow(schedule, at),
            missedDay(schedule))
        .flatMap(Optional::stream);
  }

  private static Optional<String> odd(
      Schedule schedule, LocalDateTime local, Instant at, String what) {
    ZoneOffsetTransition change = schedule.zone().getRules().getTransition(local);
    if (change == null || local.equals(change.getDateTimeBefore())) {
      return Optional.empty();
    }
    Instant counts = Schedule.resolve(local, schedule.zone());
    return counts.isBefore(at)
        ? Optional.empty()
        : Optional.of("%s at %s, %s in %s: what counts is %s"
            .formatted(
                what,
                local,
                change.isGap() ? "a time that clocks skip" : "a time that comes twice",
                schedule.zone(),
                counts));
  }

  // --- daily windows ---------------------------------------------------------------------------

  private static Optional<String> oddWindow(Schedule schedule, Instant at) {
    if (schedule.daily().isEmpty()) {
      return Optional.empty();
    }
    return changes(schedule, at).stream()
        .flatMap(change -> schedule.daily().stream()
            .filter(window -> isInside(window.from(), change, schedule)
                || isInside(window.to(), change, schedule))
            .map(window -> "opens daily at %s, but on %s clocks in %s go from %s to %s"
                .formatted(
                    window,
                    change.getDateTimeBefore().toLocalDate(),
                    schedule.zone(),
                    change.getDateTimeBefore().toLocalTime(),
                    change.getDateTimeAfter().toLocalTime())))
        .findFirst();
  }

  private static List<ZoneOffsetTransition> changes(Schedule schedule, Instant at) {
    var changes = new ArrayList<ZoneOffsetTransition>();
    Instant from = schedule.firstInstant().filter(at::isBefore).orElse(at);
    Instant to = schedule.endInstant().orElse(from.plus(AHEAD));
    ZoneOffsetTransition next = schedule.zone().getRules().nextTransition(from);
    while (next != null
        && next.getInstant().isBefore(to)
        && next.getInstant().isBefore(from.plus(AHEAD))) {
      changes.add(next);
      next = schedule.zone().getRules().nextTransition(next.getInstant());
    }
    return changes;
  }

  /** Whether a time of day falls among the local times that the change skips or repeats, on a day on which the offer runs. */
  private static boolean isInside(int minutes, ZoneOffsetTransition change, Schedule schedule) {
    LocalDateTime before = change.getDateTimeBefore();
    LocalDateTime after = change.getDateTimeAfter();
    LocalDate day = before.toLocalDate();
    LocalDateTime local = day.atTime(LocalTime.ofSecondOfDay(minutes % (24 * 60) * 60L));
    LocalDateTime first = change.isGap() ? before : after;
    LocalDateTime last = change.isGap() ? after : before;
    boolean runs = (schedule.days().isEmpty() || schedule.days().contains(day.getDayOfWeek()))
        && !schedule.except().contains(day);
    return runs && local.isAfter(first) && local.isBefore(last);
  }

  // --- the last day ----------------------------------------------------------------------------

  private static Optional<String> missedDay(Schedule schedule) {
    return schedule
        .to()
        .filter(to ->
            isMidnight(to) && schedule.from().filter(LintTimes::isMidnight).isPresent())
        .map(LocalDateTime::toLocalDate)
        .filter(LintTimes::isNamed)
        .map(day ->
            "ends with the first moment of %s, so that day is not in it: \"through\" would take it in"
                .formatted(day));
  }

  private static boolean isMidnight(LocalDateTime local) {
    return local.toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  /** New Year's Day is where a year through December 31 ends. */
  private static boolean isNamed(LocalDate day) {
    boolean festival = day.getMonthValue() > 1 && day.getDayOfMonth() == day.getMonthValue();
    return festival || day.getDayOfMonth() == day.lengthOfMonth();
  }
}
