package dev.akinai.core.pricing;

import static dev.akinai.core.pricing.TestCarts.input;
import static dev.akinai.core.pricing.TestCarts.ruleset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akinai.core.base.RefusedInside;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.money.Rounding;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.pricing.TaxLine;
import dev.akinai.pricing.TaxRate;
import dev.akinai.pricing.TaxTable;
import dev.akinai.pricing.TaxTable.Inclusion;
import dev.akinai.pricing.TaxTable.Level;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.RulesetPolicy;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** Taxes: the laws L-PRI-50 to 52 and the worked cases 7, 26, 27 and 29. */
class TaxCalculatorTest {

  private static final CurrencyCode EUR = CurrencyCode.of("EUR");

  private static Quote quote(Cart cart, TaxTable table, Offer... offers) {
    return TestCarts.quote(
        input(cart).taxed(table),
        ruleset(Lane.DEFAULTS, RulesetPolicy.DEFAULT, Arrays.asList(offers)));
  }

  private static TaxTable table(Inclusion inclusion, Level level, long ppm) {
    return TaxTable.europe("DE", inclusion, level, ppm);
  }

  private static Cart cart(CurrencyCode currency, long quantity, long... prices) {
    Cart cart = Cart.in(currency);
    for (int i = 0; i < prices.length; i++) {
      cart = cart.addAt("s" + i, quantity, Money.of(currency, prices[i]));
    }
    return cart;
  }

  @Example
  @Label("7: two products at 11.50 net, 15 % tax; then 100 % off")
  void perLineAndPerRate() {
    Cart cart = cart(EUR, 1, 1_150, 1_150);
    Offer free = Offer.of("free", new Effect.Percent(1_000_000)).build();

    assertThat(
            quote(cart, table(Inclusion.EXCLUSIVE, Level.LINE, 150_000)).total().minor())
        .isEqualTo(2_646);
    assertThat(
            quote(cart, table(Inclusion.EXCLUSIVE, Level.RATE, 150_000)).total().minor())
        .isEqualTo(2_645);
    Quote none = quote(cart, table(Inclusion.EXCLUSIVE, Level.LINE, 150_000), free);
    assertThat(none.total().minor()).isZero();
    assertThat(none.tax().added().minor()).isZero();
  }

  @Example
  @Label("26: 14.28 net x 10, 19 % tax, per unit and per line")
  void perUnit() {
    Cart cart = cart(EUR, 10, 1_428);

    assertThat(
            quote(cart, table(Inclusion.EXCLUSIVE, Level.UNIT, 190_000)).total().minor())
        .isEqualTo(16_990);
    assertThat(
            quote(cart, table(Inclusion.EXCLUSIVE, Level.LINE, 190_000)).total().minor())
        .isEqualTo(16_993);
  }

  @Example
  @Label("27: Japan, 8 % on top of three times 98 yen")
  void japan() {
    CurrencyCode yen = CurrencyCode.of("JPY");
    Cart cart = Cart.in(yen);
    for (int i = 0; i < 3; i++) {
      cart = cart.add(CartLine.of("l" + i, "s" + i, 1).at(Money.of(yen, 98)).taxedAs("reduced"));
    }

    assertThat(quote(cart, TaxTable.japan(Inclusion.EXCLUSIVE, Rounding.FLOOR))
            .tax()
            .added()
            .minor())
        .isEqualTo(23);
    assertThat(quote(cart, TaxTable.japan(Inclusion.EXCLUSIVE, Rounding.HALF_UP))
            .tax()
            .added()
            .minor())
        .isEqualTo(24);
  }

  @Example
  @Label("29: EU, prices with tax, 100 at 20 % and 50 at 5 %, 10 off")
  void twoRates() {
    TaxTable table = table(Inclusion.INCLUSIVE, Level.LINE, 200_000)
        .with("low", TaxRate.reduced("DE-R", 50_000, "DE"));
    Cart cart = Cart.in(EUR)
        .add(CartLine.of("1", "a", 1).at(Money.of(EUR, 10_000)))
        .add(CartLine.of("2", "b", 1).at(Money.of(EUR, 5_000)).taxedAs("low"));
    Offer ten =
        Offer.of("ten", new Effect.Amount(Money.of(EUR, 1_000))).currency(EUR).build();
    Quote quote = quote(cart, table, ten);

    assertThat(quote.total().minor()).isEqualTo(14_000);
    assertThat(quote.tax().lines())
        .extracting(line -> line.amount().minor())
        .containsExactly(1_556L, 222L);
  }

  @Example
  @Label("a class without a rate is refused, never taken as zero")
  void unknownClass() {
    Cart cart = Cart.in(EUR).add(CartLine.of("1", "a", 1).at(Money.of(EUR, 1)).taxedAs("x"));
    assertThatThrownBy(() -> quote(cart, table(Inclusion.EXCLUSIVE, Level.RATE, 1)))
        .isInstanceOf(RefusedInside.class);
  }

  @Property(tries = 300)
  @Label(
      "L-PRI-50, 51, 52 taxes of lines add up, nothing is taxed at nothing, net and tax are gross")
  void laws(@ForAll long seed, @ForAll Level level, @ForAll Inclusion inclusion) {
    var random = new RandomOffers(seed);
    TaxTable table = table(inclusion, level, 190_000);
    Quote quote = quote(random.cart(), table, random.offers(5).toArray(new Offer[0]));
    long tax =
        quote.tax().lines().stream().mapToLong(line -> line.amount().minor()).sum();
    long payable = quote.payable().minor();

    assertThat(quote.tax().added().plus(quote.tax().included()).minor()).isEqualTo(tax);
    if (level == Level.RATE) {
      long whole = inclusion == Inclusion.INCLUSIVE ? 1_190_000 : 1_000_000;
      assertThat(tax).isEqualTo(Rounding.HALF_UP.mulDiv(payable, 190_000, whole));
    }
    if (payable == 0) {
      assertThat(tax).isZero();
    }
    for (QuotePiece piece : quote.pieces()) {
      List<TaxLine> own = quote.tax().lines().stream()
          .filter(line -> line.line().equals(piece.line()) && line.run() == piece.run())
          .toList();
      long with = own.stream()
          .mapToLong(line -> line.base().minor()
              + (inclusion == Inclusion.INCLUSIVE ? line.amount().minor() : 0))
          .sum();
      assertThat(with).isEqualTo(piece.net().minor());
    }
  }
}
