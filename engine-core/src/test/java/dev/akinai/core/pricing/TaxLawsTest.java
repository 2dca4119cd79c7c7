package dev.akinai.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Outcome;
import dev.akinai.core.base.RefusedInside;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Rounding;
import dev.akinai.pricing.PricingRefusal;
import dev.akinai.pricing.QuoteTax;
import dev.akinai.pricing.TaxLine;
import dev.akinai.pricing.TaxRate;
import dev.akinai.pricing.TaxTable;
import dev.akinai.pricing.TaxTable.Inclusion;
import dev.akinai.pricing.TaxTable.Invoices;
import dev.akinai.pricing.TaxTable.Level;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** L-PRI-50 to 52 of items made by hand: several rates for a class, several classes with one rate, merchants, charges, odd cents. */
class TaxLawsTest {

  private static final CurrencyCode EUR = CurrencyCode.of("EUR");
  private static final TaxRate STATE = TaxRate.standard("STATE", 60_000, "S");
  private static final TaxRate CITY = TaxRate.standard("CITY", 25_000, "C");
  private static final TaxRate EXEMPT = TaxRate.none("E", "S", TaxRate.Reason.EXEMPT);

  private static TaxTable table(Inclusion inclusion, Level level, Rounding mode, Invoices by) {
    return new TaxTable(inclusion, level, mode, by, TaxTable.STANDARD, Map.of())
        .with(TaxTable.STANDARD, STATE)
        .with("city", STATE, CITY)
        .with("exempt", EXEMPT);
  }

  private static List<TaxCalculator.Item> items(Random random) {
    var items = new ArrayList<TaxCalculator.Item>();
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      boolean charge = random.nextInt(5) == 0;
      int band = charge ? -1 : i / 2;
      items.add(new TaxCalculator.Item(
          "l" + i,
          charge ? -1 : i,
          band,
          "M" + i / 2 % 2,
          List.of(Optional.<String>empty(), Optional.of("city"), Optional.of("exempt"))
              .get(i / 2 % 3),
          charge ? 1 : 1 + random.nextInt(4),
          new long[] {0, 1, 1, 2, 99, 333, 12_345}[random.nextInt(7)]));
    }
    return items;
  }

  @Property(tries = 2_000)
  @Label("L-PRI-50: per invoice and rate, the taxes on top are the sum rounded once")
  void roundsOnce(@ForAll long seed, @ForAll Invoices by) {
    List<TaxCalculator.Item> items = items(new Random(seed));
    TaxTable table = table(Inclusion.EXCLUSIVE, Level.RATE, Rounding.HALF_UP, by);
    Map<String, Long> bases = new HashMap<>();
    Map<String, Long> taxes = new HashMap<>();
    for (TaxLine line : new TaxCalculator(table, EUR).tax(items).lines()) {
      String key = line.invoice() + " " + line.rate().code();
      bases.merge(key, line.base().minor(), Long::sum);
      taxes.merge(key, line.amount().minor(), Long::sum);
    }

    bases.forEach((key, base) -> {
      TaxRate rate = key.endsWith("STATE") ? STATE : key.endsWith("CITY") ? CITY : EXEMPT;
      assertThat(taxes.get(key)).as(key).isEqualTo(rounded(base, rate.ppm(), 1_000_000));
    });
    assertThat(bases.keySet())
        .allMatch(key -> key.startsWith("M") == (by == Invoices.PER_MERCHANT));
  }

  @Property(tries = 1_000)
  @Label("LINE rounds the items of a band together, UNIT each unit, charges each on their own")
  void roundsPerLineAndUnit(@ForAll long seed, @ForAll Inclusion inclusion) {
    List<TaxCalculator.Item> items = items(new Random(seed));
    Function<TaxCalculator.Item, String> band =
        item -> item.band() < 0 ? item.line() : "band " + item.band();
    Map<String, Long> nets = new HashMap<>();
    items.forEach(item -> nets.merge(band.apply(item), item.net(), Long::sum));
    Map<String, Long> byBand = new HashMap<>();
    TaxTable perLine = table(inclusion, Level.LINE, Rounding.HALF_UP, Invoices.ONE);
    new TaxCalculator(perLine, EUR)
        .tax(items)
        .lines()
        .forEach(line -> byBand.merge(
            line.rate().code() + band.apply(item(items, line)), line.amount().minor(), Long::sum));

    TaxTable perUnit = table(inclusion, Level.UNIT, Rounding.HALF_UP, Invoices.ONE);
    for (TaxLine line : new TaxCalculator(perUnit, EUR).tax(items).lines()) {
      TaxCalculator.Item item = item(items, line);
      long whole = inclusion == Inclusion.EXCLUSIVE
          ? 1_000_000
          : 1_000_000 + all(item.taxClass().orElse("standard"));
      long units = item.quantity();
      assertThat(line.amount().minor())
          .isEqualTo(units * rounded(item.net(), line.rate().ppm(), whole * units));
      assertThat(byBand.get(line.rate().code() + band.apply(item)))
          .isEqualTo(
              rounded(nets.getOrDefault(band.apply(item), 0L), line.rate().ppm(), whole));
    }
  }

  @Property(tries = 2_000)
  @Label("L-PRI-51, 52: nothing is taxed at nothing; included, base and taxes are the gross")
  void addsUp(
      @ForAll long seed, @ForAll Inclusion inclusion, @ForAll Level level, @ForAll Invoices by) {
    var random = new Random(seed);
    List<TaxCalculator.Item> items = items(random);
    Rounding mode = List.of(Rounding.HALF_UP, Rounding.FLOOR, Rounding.UP).get(random.nextInt(3));
    QuoteTax tax = new TaxCalculator(table(inclusion, level, mode, by), EUR).tax(items);
    long sum = 0;
    for (TaxCalculator.Item item : items) {
      List<TaxLine> lines =
          tax.lines().stream().filter(line -> line.line().equals(item.line())).toList();
      long taxes = lines.stream().mapToLong(line -> line.amount().minor()).sum();
      sum += taxes;
      assertThat(lines).isNotEmpty().allSatisfy(line -> {
        assertThat(line.amount().minor()).isNotNegative();
        assertThat(line.base().minor())
            .isNotNegative()
            .isEqualTo(inclusion == Inclusion.INCLUSIVE ? item.net() - taxes : item.net());
      });
      assertThat(item.net() == 0 && taxes > 0).isFalse();
    }
    boolean on = inclusion == Inclusion.EXCLUSIVE;
    assertThat(tax.added().minor()).isEqualTo(on ? sum : 0);
    assertThat(tax.included().minor()).isEqualTo(on ? 0 : sum);
  }

  private static TaxCalculator.Item item(List<TaxCalculator.Item> items, TaxLine line) {
    return items.stream()
        .filter(item -> item.line().equals(line.line()))
        .findFirst()
        .orElseThrow();
  }

  private static long all(String taxClass) {
    return taxClass.equals("city") ? 85_000 : taxClass.equals("exempt") ? 0 : 60_000;
  }

  /** The oracle: decimals of any length, rounded half up. */
  private static long rounded(long net, long ppm, long whole) {
    return BigDecimal.valueOf(net)
        .multiply(BigDecimal.valueOf(ppm))
        .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  @Example
  @Label("a rate that levies nothing says why, and cannot levy anything")
  void zeroExplainsItself() {
    TaxTable table = table(Inclusion.EXCLUSIVE, Level.RATE, Rounding.HALF_UP, Invoices.ONE);
    var item = new TaxCalculator.Item("1", 0, 0, "", Optional.of("exempt"), 1, 500);
    TaxLine line = new TaxCalculator(table, EUR).tax(List.of(item)).lines().get(0);

    assertThat(line.amount().minor()).isZero();
    assertThat(line.base().minor()).isEqualTo(500);
    assertThat(line.rate().reason()).isEqualTo(TaxRate.Reason.EXEMPT);
    assertThatThrownBy(() -> new TaxRate("Z", 1, "S", TaxRate.Reason.ZERO))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must be 0, as it is ZERO");
  }

  @Example
  @Label("every line without a rate is named")
  void namesWhatHasNoRate() {
    TaxTable table = table(Inclusion.EXCLUSIVE, Level.RATE, Rounding.HALF_UP, Invoices.ONE);
    var known = new TaxCalculator.Item("1", 0, 0, "", Optional.empty(), 1, 5);
    var unknown = new TaxCalculator.Item("2", 1, 1, "", Optional.of("x"), 1, 5);
    var charge = new TaxCalculator.Item("ship", -1, -1, "", Optional.of("y"), 1, 5);

    assertThatThrownBy(() -> new TaxCalculator(table, EUR).tax(List.of(known, unknown, charge)))
        .isInstanceOfSatisfying(RefusedInside.class, refused -> {
          Outcome<QuoteTax> outcome = refused.asOutcome();
          assertThat(outcome)
              .isEqualTo(Outcome.<QuoteTax>refused(List.of(
                  new PricingRefusal.NoTaxRate("2", "x"),
                  new PricingRefusal.NoTaxRate("ship", "y"))));
        });
  }
}
