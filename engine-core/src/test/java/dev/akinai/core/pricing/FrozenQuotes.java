package dev.akinai.core.pricing;

import static dev.akinai.core.pricing.TestCarts.CNY;
import static dev.akinai.core.pricing.TestCarts.NOON;
import static dev.akinai.core.pricing.TestCarts.cny;

import dev.akinai.catalog.SkuId;
import dev.akinai.money.Rounding;
import dev.akinai.money.Split;
import dev.akinai.pricing.Application;
import dev.akinai.pricing.Benefits;
import dev.akinai.pricing.Certificate;
import dev.akinai.pricing.Charge;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuoteCharge;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.pricing.QuoteTax;
import dev.akinai.pricing.Share;
import dev.akinai.pricing.TaxRate;
import dev.akinai.pricing.TaxTable;
import dev.akinai.pricing.TenderPart;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.RefundTerms;
import dev.akinai.promotion.RefundTerms.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Quotes as they were paid, made by hand: lines of several runs, odd cents, free units, several parties, taxes, charges and tenders. */
final class FrozenQuotes {

  static final OfferId GIFT = new OfferId("gift-offer");

  private final Random random;
  private final List<QuotePiece> pieces = new ArrayList<>();
  private final List<QuoteCharge> charges = new ArrayList<>();
  private final List<TaxCalculator.Item> taxed = new ArrayList<>();

  private FrozenQuotes(Random random) {
    this.random = random;
  }

  static Quote of(Random random, Policy policy) {
    return new FrozenQuotes(random).quote(policy, true);
  }

  /** A price for what is kept: any quote of the same lines and charges, of the same taxes. */
  static Quote repriced(Quote frozen, java.util.Map<String, Long> kept, long seed) {
    var maker = new FrozenQuotes(new Random(seed * 31 + kept.hashCode()));
    return maker.again(frozen, kept);
  }

  private Quote quote(Policy policy, boolean withTenders) {
    int lines = 1 + random.nextInt(3);
    for (int line = 0; line < lines; line++) {
      int runs = 1 + random.nextInt(2);
      for (int run = 0; run < runs; run++) {
        add("l" + line, pieces.size(), 1 + random.nextInt(6));
      }
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      charge("c" + i, random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(700));
    }
    Quote quote = seal(applied(policy), table(), List.of());
    return withTenders ? sealed(quote, tenders(quote)) : quote;
  }

  private Quote again(Quote frozen, java.util.Map<String, Long> kept) {
    kept.forEach((line, units) -> add(line, pieces.size(), units));
    frozen
        .charges()
        .forEach(each ->
            charge(each.charge().id(), random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(700)));
    TaxTable table = frozen.tax().lines().isEmpty()
        ? TaxTable.NONE
        : TaxTable.europe(
            "DE",
            RefundItem.onTop(frozen) ? TaxTable.Inclusion.EXCLUSIVE : TaxTable.Inclusion.INCLUSIVE,
            TaxTable.Level.LINE,
            190_000);
    return seal(frozen.applied(), table, List.of());
  }

  private void add(String line, int run, long quantity) {
    long unit = new long[] {0, 1, 99, 333, 2_000}[random.nextInt(5)];
    long list = unit * quantity;
    long net = random.nextInt(3) == 0 ? list : random.nextInt((int) list + 1);
    Optional<String> merchant = random.nextBoolean() ? Optional.of("M") : Optional.empty();
    pieces.add(new QuotePiece(
        line,
        run,
        run,
        new SkuId(line),
        line,
        true,
        merchant,
        quantity,
        cny(unit),
        "list",
        cny(list),
        cny(list),
        cny(net),
        cny(0),
        shares(list - net)));
    taxed.add(new TaxCalculator.Item(
        line, run, run, merchant.orElse(""), Optional.empty(), quantity, net));
  }

  private void charge(String id, long net) {
    long off = random.nextInt(400);
    charges.add(
        new QuoteCharge(Charge.shipping(id, "post", cny(net + off)), cny(net), shares(off)));
    taxed.add(new TaxCalculator.Item(id, -1, -1, "", Optional.empty(), 1, net));
  }

  private List<Share> shares(long discount) {
    long[] weights = random.longs(4, 0, 4).toArray();
    weights[0]++;
    long[] amounts = Split.largestRemainder(discount, weights);
    var shares = new ArrayList<Share>();
    for (int i = 0; i < amounts.length; i++) {
      if (amounts[i] > 0) {
        shares.add(share("offer" + i / 2, i % 2 == 0 ? "platform" : "merchant", amounts[i]));
      }
    }
    return shares;
  }

  static Share share(String offer, String party, long amount) {
    return new Share(new OfferId(offer), 1, party, cny(amount));
  }

  private TaxTable table() {
    TaxTable.Inclusion inclusion = TaxTable.Inclusion.values()[random.nextInt(2)];
    TaxTable.Level level = TaxTable.Level.values()[random.nextInt(3)];
    return switch (random.nextInt(4)) {
      case 0 -> TaxTable.NONE;
      case 1 -> TaxTable.japan(inclusion, Rounding.FLOOR);
      case 2 -> TaxTable.europe("DE", inclusion, level, 190_000);
      default ->
        TaxTable.europe("DE", inclusion, level, 190_000)
            .with(
                TaxTable.STANDARD,
                TaxRate.standard("STATE", 60_000, "S"),
                TaxRate.standard("CITY", 25_000, "C"));
    };
  }

  private static List<Application> applied(Policy policy) {
    return List.of(
        application("offer0", policy, Optional.empty()),
        application(
            GIFT.value(),
            policy == Policy.WITHHOLD ? Policy.WITHHOLD : Policy.KEEP,
            Optional.of(
                new Benefits.Gifts(List.of(new SkuId("mug"), new SkuId("pen")), cny(150)))));
  }

  static Application application(String offer, Policy policy, Optional<Benefits> benefit) {
    return new Application(
        new OfferId(offer),
        1,
        Lane.PLATFORM_ORDER,
        Optional.empty(),
        cny(0),
        cny(0),
        cny(0),
        RefundTerms.of(policy),
        benefit);
  }

  private List<TenderPart> tenders(Quote quote) {
    long total = quote.total().minor();
    long points = random.nextInt(2) * (total / 3);
    long deposit = random.nextInt(2) * (total / 4);
    var tenders = new ArrayList<TenderPart>();
    if (points > 0) {
      tenders.add(new TenderPart(
          TenderPart.Kind.POINTS, new OfferId("points"), points * 3 + 1, cny(points)));
    }
    if (deposit > 0) {
      tenders.add(
          new TenderPart(TenderPart.Kind.DEPOSIT, new OfferId("deposit"), deposit, cny(deposit)));
    }
    return tenders;
  }

  private Quote seal(List<Application> applied, TaxTable table, List<TenderPart> tenders) {
    QuoteTax tax = new TaxCalculator(table, CNY).tax(taxed);
    return seal(pieces, charges, applied, tax, tenders);
  }

  private static Quote sealed(Quote quote, List<TenderPart> tenders) {
    return seal(quote.pieces(), quote.charges(), quote.applied(), quote.tax(), tenders);
  }

  static Quote seal(
      List<QuotePiece> pieces,
      List<QuoteCharge> charges,
      List<Application> applied,
      QuoteTax tax,
      List<TenderPart> tenders) {
    long list = 0;
    long payable = 0;
    for (QuotePiece piece : pieces) {
      list += piece.list().minor();
      payable += piece.net().minor();
    }
    for (QuoteCharge charge : charges) {
      list += charge.charge().amount().minor();
      payable += charge.net().minor();
    }
    return QuoteDigest.seal(new Quote(
        "",
        1,
        "hash",
        CNY,
        Optional.empty(),
        NOON,
        NOON.plusSeconds(900),
        pieces,
        charges,
        applied,
        List.of(),
        Certificate.TRIVIAL,
        List.of(),
        List.of(),
        tax,
        tenders,
        cny(list),
        cny(payable),
        0));
  }
}
