package dev.akinai.testkit.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.base.Outcome;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.money.Split;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Schedule;
import dev.akinai.stock.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The worked cases of PRICING section 13 that need a whole engine, and proof that each of the 54 has a test that bears its number. */
class WorkedCasesTest {

  private static final Pattern NAMES =
      Pattern.compile("@(?:DisplayName|Label)\\(\\s*\"(?:cases? )?([0-9][0-9, to]*):");
  private static final Pattern REMARKS = Pattern.compile("/\\*\\* Case ([0-9]+):");
  private static final Pattern NUMBERS = Pattern.compile("([0-9]+)(?: to ([0-9]+))?");

  @Test
  @DisplayName("36: limit 3, 100 concurrent holds, then confirms: exactly 3")
  void limits() {
    LawSubject subject = LawSubject.inMemory();
    Offer offer =
        Offer.of("three", new Effect.Percent(100_000)).limits(Limits.total(3)).build();
    LawShop shop = LawShop.open(subject, 1_000, 1_000, offer);
    List<Quote> quotes = IntStream.range(0, 100)
        .mapToObj(i -> shop.quote(shop.cart("buyer-" + i, 1)))
        .toList();
    List<Outcome<Held>> holds = LawShop.crowd(100, i -> shop.hold(quotes.get(i)));
    List<Held> held =
        holds.stream().filter(Outcome::isDone).map(Outcome::orThrow).toList();

    assertThat(held).hasSize(3);
    assertThat(held).allMatch(each -> shop.confirm(each).isDone());
    assertThat(shop.freeUnits()).isEqualTo(997);
    subject.engine().close();
  }

  @Test
  @DisplayName("38: through 2025-06-19, Asia/Tokyo, ends at 15:00 UTC, exclusive")
  void schedules() {
    Schedule schedule =
        Schedule.days(ZoneId.of("Asia/Tokyo"), LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 19));
    Instant end = Instant.parse("2025-06-19T15:00:00Z");

    assertThat(schedule.endInstant()).contains(end);
    assertThat(schedule.isLiveAt(end.minusNanos(1))).isTrue();
    assertThat(schedule.isLiveAt(end)).isFalse();
  }

  @Test
  @DisplayName("40: largest remainder of 7 and 8 over 1, 9, 5")
  void largestRemainder() {
    assertThat(Split.largestRemainder(7, new long[] {1, 9, 5})).containsExactly(1, 4, 2);
    assertThat(Split.largestRemainder(8, new long[] {1, 9, 5})).containsExactly(0, 5, 3);
  }

  @Test
  @DisplayName("42: quantity 10^9 x price 10^12 is refused as too much")
  void tooMuch() {
    LawSubject subject = LawSubject.inMemory();
    PricingSample sample = PricingSamples.ofAllKinds().get(subject, 1);
    CurrencyCode currency = CurrencyCode.of("CNY");
    CartLine line =
        CartLine.of("huge", "a", 1_000_000_000L).at(Money.of(currency, 1_000_000_000_000L));
    Offer tenth = Offer.of("tenth", new Effect.Percent(100_000)).lane(Lane.ITEM).build();
    var trial = new Trial(subject, sample);
    Outcome<Quote> quote = subject
        .engine()
        .pricing()
        .evaluate(
            sample.input().withCart(Cart.in(currency).add(line)), trial.rules(List.of(tenth)));

    assertThat(quote).isInstanceOf(Outcome.Refused.class);
    assertThat(((Outcome.Refused<Quote>) quote).first().code()).isEqualTo("pricing.too-much");
    subject.engine().close();
  }

  @Test
  void allHaveATest() throws IOException {
    Map<Integer, Set<String>> tests = new TreeMap<>();
    for (String tree : List.of(
        "../engine-core/src/test/java",
        "../engine-testkit/src/main/java",
        "../engine-testkit/src/test/java")) {
      try (Stream<Path> files = Files.walk(Path.of(tree))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          cases(Files.readString(file))
              .forEach(number -> tests
                  .computeIfAbsent(number, key -> new TreeSet<>())
                  .add(file.getFileName().toString().replace(".java", "")));
        }
      }
    }
    tests.forEach((number, names) -> System.out.printf("case %2d %s%n", number, names));
    assertThat(tests.keySet()).containsAll(IntStream.rangeClosed(1, 54).boxed().toList());
  }

  private static List<Integer> cases(String source) {
    var cases = new ArrayList<Integer>();
    for (Pattern pattern : List.of(NAMES, REMARKS)) {
      Matcher names = pattern.matcher(source);
      while (names.find()) {
        Matcher numbers = NUMBERS.matcher(names.group(1));
        while (numbers.find()) {
          int first = Integer.parseInt(numbers.group(1));
          int last = numbers.group(2) == null ? first : Integer.parseInt(numbers.group(2));
          IntStream.rangeClosed(first, last).forEach(cases::add);
        }
      }
    }
    return cases;
  }
}
