package dev.akinai.core.promotion;

import dev.akinai.base.InvalidInputException;
import dev.akinai.promotion.Schedule;
import dev.akinai.promotion.Schedule.DailyWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The forms of times: schedules, instants, durations (PRICING 3.4). Stateless. */
final class TimeForms {

  private static final String WINDOW = "V-07";
  private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  private static final Pattern DATE = Pattern.compile(DAY);
  private static final Pattern LOCAL =
      Pattern.compile(DAY + "(T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?)?");
  private static final Pattern UTC =
      Pattern.compile(DAY + "T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z");
  private static final Pattern PERIOD = Pattern.compile("P[0-9DTHMS.]{2,40}");
  private static final Pattern DAILY =
      Pattern.compile("[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]");
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private TimeForms() {}

  /** An instant of the years 0 to 9999. */
  static Form<Instant> instant() {
    return shaped(
        Forms.WRONG_TYPE,
        UTC,
        "an instant in UTC, such as 2026-11-01T00:00:00Z. Maybe add the Z",
        Instant::parse,
        Instant::toString);
  }

  static Form<Duration> duration() {
    return shaped(
        Forms.WRONG_TYPE,
        PERIOD,
        "a length of time, such as PT30M or P7D. Maybe months were meant: name the days",
        Duration::parse,
        Duration::toString);
  }

  static ObjectForm<Schedule> schedule() {
    var form = ObjectForm.<Schedule>fields();
    var zone = form.must("zone", zone(), Schedule::zone);
    var from = form.may("from", local(), Schedule::from);
    var to = form.may("to", local(), Schedule::to);
    var through = form.may("through", date(), each -> Optional.<LocalDate>empty());
    form.notBoth(to, through);
    var days = form.may("days", days(), each -> notEmpty(each.days()));
    var daily = form.may("daily", Forms.list(daily(), 1, 24), each -> notEmpty(each.daily()));
    var except = form.or("except", except(), Set.of(), Schedule::except);
    return form.makes(
        WINDOW,
        v -> new Schedule(
            v.get(zone),
            v.find(from),
            v.find(through).map(TimeForms::dayAfter).or(() -> v.find(to)),
            v.find(days).orElse(Set.of()),
            v.find(daily).orElse(List.of()),
            v.get(except)));
  }

  private static LocalDateTime dayAfter(LocalDate through) {
    if (!through.isBefore(LAST)) {
      throw new InvalidInputException(
          "The last day (" + through + ") must be before " + LAST + ". Maybe leave it out.");
    }
    return through.plusDays(1).atStartOfDay();
  }

  private static Form<ZoneId> zone() {
    return Forms.text(
        WINDOW,
        "a time zone that is known here, such as Asia/Shanghai. Maybe it is misspelt",
        ZoneId::of,
        ZoneId::getId,
        Schemas.text(1, 64));
  }

  private static Form<LocalDateTime> local() {
    return shaped(
        Forms.WRONG_TYPE,
        LOCAL,
        "a date, or a date and time such as 2026-11-01T00:00. Maybe drop the offset: the zone has it",
        text -> text.length() > 10
            ? LocalDateTime.parse(text)
            : LocalDate.parse(text).atStartOfDay(),
        LocalDateTime::toString);
  }

  private static Form<LocalDate> date() {
    return shaped(
        Forms.WRONG_TYPE,
        DATE,
        "a date such as 2026-11-11. Maybe use \"to\" for a time of day",
        LocalDate::parse,
        LocalDate::toString);
  }

  // an empty set would be read as every day, so an empty list is refused
  private static Form<Set<DayOfWeek>> days() {
    return Forms.mapped(
        Forms.list(Forms.choice(DayOfWeek.class), 1, 7),
        Forms.OUT_OF_RANGE,
        EnumSet::copyOf,
        List::copyOf);
  }

  private static Form<DailyWindow> daily() {
    return shaped(
        Forms.WRONG_TYPE,
        DAILY,
        "two times of day, such as 20:00-24:00. Maybe leave it out for the whole day",
        DailyWindow::parse,
        DailyWindow::toString);
  }

  private static Form<Set<LocalDate>> except() {
    return Forms.mapped(Forms.list(date(), 0, 366), Forms.OUT_OF_RANGE, TreeSet::new, List::copyOf);
  }

  private static <T> Form<T> shaped(
      String code,
      Pattern pattern,
      String must,
      Function<String, T> parse,
      Function<T, String> render) {
    return Forms.text(
        code,
        must,
        text -> parse.apply(requireShape(text, pattern)),
        render,
        Schemas.pattern("^" + pattern.pattern() + "$"));
  }

  private static String requireShape(String text, Pattern pattern) {
    if (!pattern.matcher(text).matches()) {
      throw new InvalidInputException(
          "The text must have the shape " + pattern.pattern() + ". Maybe see the schema.");
    }
    return text;
  }

  private static <C extends Collection<?>> Optional<C> notEmpty(C values) {
    return Optional.of(values).filter(each -> !each.isEmpty());
  }
}
