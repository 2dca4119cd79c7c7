package dev.akinai.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.catalog.SkuId;
import dev.akinai.member.MemberId;
import dev.akinai.money.Money;
import dev.akinai.pricing.Application;
import dev.akinai.pricing.Benefits;
import dev.akinai.pricing.Certificate;
import dev.akinai.pricing.Charge;
import dev.akinai.pricing.CouponUse;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuoteCharge;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.pricing.QuoteTax;
import dev.akinai.pricing.Share;
import dev.akinai.pricing.TaxLine;
import dev.akinai.pricing.TaxRate;
import dev.akinai.pricing.TenderPart;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.RefundTerms;
import dev.akinai.quota.CellClass;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.Demand;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** Digests are kept with orders, so a faster way to make them must come to the same ones for whatever a quote says. */
class QuoteDigestLawsTest {

  private static final List<String> PIECES_OF_TEXT = List.of(
      "a",
      "7",
      " ",
      "\"",
      "\\",
      "\n",
      "\t",
      "\u0001",
      "\u001f",
      "~",
      "\u007f",
      "\u0080",
      "\u00e9",
      "\u8336",
      "\ud83c\udf75",
      "\ud83c",
      "\udf75",
      "plain text of some length");
  private static final List<Long> NUMBERS = List.of(
      0L, 1L, 9L, 10L, 99L, 100L, 12_345L, 1_000_000_007L, Money.MAX_MINOR, -1L, -Money.MAX_MINOR);

  private record Writer(Random random) {

    String text() {
      return text(PIECES_OF_TEXT, random.nextInt(random.nextInt(40) == 0 ? 3_000 : 12));
    }

    /** As ids and names are: without blanks and controls. */
    String visible() {
      return text(List.of("a", "7", "\"", "\\", "\u8336", "\ud83c\udf75"), 1 + random.nextInt(10));
    }

    private String text(List<String> alphabet, int length) {
      var text = new StringBuilder();
      for (int i = 0; i < length; i++) {
        text.append(one(alphabet));
      }
      return text.toString();
    }

    <T> T one(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    int number() {
      return random.nextInt();
    }

    Money amount() {
      return TestCarts.cny(one(NUMBERS));
    }

    Money price() {
      return TestCarts.cny(Math.abs(one(NUMBERS)));
    }

    OfferId offer() {
      return new OfferId(visible());
    }

    <T> List<T> some(Supplier<T> make) {
      return Stream.generate(make).limit(random.nextInt(4)).toList();
    }

    <T> Optional<T> maybe(Supplier<T> make) {
      return random.nextBoolean() ? Optional.of(make.get()) : Optional.empty();
    }

    Quote quote() {
      return new Quote(
          "",
          1,
          text(),
          TestCarts.CNY,
          maybe(() -> new MemberId(visible())),
          TestCarts.NOON,
          TestCarts.NOON,
          some(this::piece),
          some(this::charge),
          some(this::application),
          List.of(),
          Certificate.TRIVIAL,
          some(this::demand),
          some(() -> new CouponUse(offer(), text(), Optional.empty())),
          new QuoteTax(some(this::taxLine), amount(), amount()),
          some(() -> new TenderPart(
              one(List.of(TenderPart.Kind.values())), offer(), random.nextLong(), amount())),
          amount(),
          amount(),
          one(List.of(Long.MIN_VALUE, Long.MAX_VALUE, random.nextLong())));
    }

    private QuotePiece piece() {
      return new QuotePiece(
          text(),
          number(),
          number(),
          new SkuId(visible()),
          text(),
          random.nextBoolean(),
          maybe(this::text),
          random.nextLong(),
          amount(),
          text(),
          amount(),
          amount(),
          amount(),
          amount(),
          some(this::share));
    }

    private Share share() {
      return new Share(offer(), number(), text(), amount());
    }

    private QuoteCharge charge() {
      var charge = new Charge(
          visible(),
          visible(),
          maybe(this::visible),
          price(),
          maybe(this::visible),
          maybe(this::visible));
      return new QuoteCharge(charge, amount(), some(this::share));
    }

    private Application application() {
      return new Application(
          offer(),
          number(),
          Lane.ITEM,
          maybe(this::text),
          amount(),
          amount(),
          amount(),
          RefundTerms.of(one(List.of(RefundTerms.Policy.values()))),
          maybe(() -> one(List.of(
              new Benefits.Gifts(some(() -> new SkuId(visible())), amount()),
              new Benefits.MorePoints(random.nextLong()),
              new Benefits.CouponToIssue(offer(), one(List.of(Effect.IssueCoupon.On.values())))))));
    }

    private Demand demand() {
      var cell = CellKey.of(one(List.of(CellClass.values())), visible(), visible());
      return new Demand(
          cell,
          1 + random.nextInt(1_000),
          random.nextBoolean() ? OptionalLong.of(random.nextLong()) : OptionalLong.empty());
    }

    private TaxLine taxLine() {
      return new TaxLine(
          text(),
          number(),
          text(),
          TaxRate.standard(visible(), random.nextInt(1_000_000), visible()),
          amount(),
          amount());
    }
  }

  @Property
  @Label("L-PRI-12, 19 the digest is the hash of the whole text, for any text and number")
  void isTheHashOfTheText(@ForAll Random random) {
    Quote quote = new Writer(random).quote();

    assertThat(QuoteDigest.of(quote)).isEqualTo(NaiveDigest.of(quote));
  }

  @Example
  @Label("L-PRI-19 a digest stays what it was in earlier versions")
  void isWhatItWas() {
    Quote quote = TestCarts.quote(TestCarts.cart(1_000, 250));

    assertThat(quote.digest())
        .isEqualTo(NaiveDigest.of(quote))
        .isEqualTo("5080d67db5c9705c3ed22cb88fb7d6f990c2aca6f9c8b8716f086b8cfbc82949");
  }
}
