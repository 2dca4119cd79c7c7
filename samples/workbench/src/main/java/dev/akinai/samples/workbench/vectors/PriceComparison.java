package dev.akinai.samples.workbench.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.akinai.order.Order;
import dev.akinai.order.OrderPiece;
import dev.akinai.order.Piece;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.QuoteCharge;
import dev.akinai.pricing.QuotePiece;
import dev.akinai.pricing.Share;
import dev.akinai.pricing.TaxLine;
import dev.akinai.pricing.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Compares a quote with what a case expects, key by key, and says what differs. For one thread. */
final class PriceComparison {

  private final PriceVector vector;
  private final Quote quote;
  private final Supplier<Long> bestDeal;
  private final EqualLines equal;
  private final List<String> differences = new ArrayList<>();

  PriceComparison(PriceVector vector, Quote quote, Supplier<Long> bestDeal) {
    this.vector = vector;
    this.quote = quote;
    this.bestDeal = bestDeal;
    this.equal = new EqualLines(quote);
  }

  /** What differs; {@code place} is asked only if single units matter. */
  List<String> differences(Function<Quote, Order> place) {
    vector.expected().properties().forEach(each -> compare(each.getKey(), each.getValue(), place));
    return differences;
  }

  private void compare(String key, JsonNode expected, Function<Quote, Order> place) {
    switch (key) {
      case "lineDiscounts" -> lines(key, expected, share -> true);
      case "byPromotion" -> byPromotion(expected);
      case "unitDiscounts" -> units(expected, place.apply(quote));
      case "itemDiscount" -> require(key, expected.asLong(), discounts(share -> !isOrder(share)));
      case "orderDiscount" -> require(key, expected.asLong(), discounts(this::countsAsOrder));
      case "subtotal" -> require(key, expected.asLong(), quote.list().minor());
      case "net" -> require(key, expected.asLong(), quote.payable().minor());
      case "total", "stackingTotal" ->
        require(key, expected.asLong(), quote.total().minor());
      case "taxAdded" -> require(key, expected.asLong(), quote.tax().added().minor());
      case "taxIncluded" ->
        require(key, expected.asLong(), quote.tax().included().minor());
      case "taxByLine" -> taxes(expected);
      case "shippingDiscounts" -> shipping(expected);
      case "catalogPrice" -> catalogPrices(expected);
      case "originalPrice" -> originalPrices(expected);
      case "bestDealTotal" -> require(key, expected.asLong(), bestDeal.get());
      case "coupon" -> require(key, isYes(expected.asText()), couponApplied());
      default ->
        throw new IllegalStateException(
            "The key (" + key + ") must be compared. Maybe it is new among the supported ones.");
    }
  }

  private void taxes(JsonNode expected) {
    Map<String, Long> actual = new TreeMap<>();
    for (TaxLine line : quote.tax().lines()) {
      actual.merge(skuOf(line.line()), line.amount().minor(), Long::sum);
    }
    expected
        .properties()
        .forEach(each -> require(
            "taxByLine." + each.getKey(),
            each.getValue().asLong(),
            actual.getOrDefault(each.getKey(), 0L)));
  }

  private String skuOf(String line) {
    return quote.pieces().stream()
        .filter(piece -> piece.line().equals(line))
        .map(piece -> piece.sku().value())
        .findFirst()
        .orElse(line);
  }

  private void shipping(JsonNode expected) {
    for (QuoteCharge charge : quote.charges()) {
      long off = charge.charge().amount().minor() - charge.net().minor();
      require(
          "shippingDiscounts." + charge.charge().id(),
          expected.path(charge.charge().id()).asLong(),
          off);
    }
  }

  /** What one unit costs after the promotions of the catalogue. */
  private void catalogPrices(JsonNode expected) {
    for (QuotePiece piece : quote.pieces()) {
      long off = sum(piece.shares(), share -> scopeOf(share).equals("CATALOG"));
      require(
          "catalogPrice." + piece.sku(),
          expected.path(piece.sku().value()).asLong(),
          (piece.list().minor() - off) / piece.quantity());
    }
  }

  private void originalPrices(JsonNode expected) {
    for (QuotePiece piece : quote.pieces()) {
      require(
          "originalPrice." + piece.sku(),
          expected.path(piece.sku().value()).asLong(),
          piece.unitPrice().minor());
    }
  }

  private void byPromotion(JsonNode expected) {
    for (int i = 0; i < expected.size(); i++) {
      int index = i;
      lines(
          "byPromotion[" + i + "]",
          expected.get(i),
          share -> OfferMapper.promotionOf(share.offer().value()) == index);
    }
  }

  private void lines(String key, JsonNode expected, Predicate<Share> counted) {
    Map<String, Long> actual = new TreeMap<>();
    quote
        .pieces()
        .forEach(
            piece -> actual.merge(piece.sku().value(), sum(piece.shares(), counted), Long::sum));
    Map<String, Long> wanted = new TreeMap<>();
    actual.keySet().forEach(sku -> wanted.put(sku, 0L));
    expected
        .properties()
        .forEach(each -> wanted.put(each.getKey(), each.getValue().asLong()));
    if (!equal.sameUpToEqualLines(wanted, actual)) {
      require(key, wanted, actual);
    }
  }

  private void units(JsonNode expected, Order order) {
    Map<String, List<Long>> actual = order.pieces().stream()
        .map(OrderPiece::piece)
        .collect(Collectors.toMap(
            piece -> piece.sku().value(), PriceComparison::perUnit, (a, b) -> a, TreeMap::new));
    for (Map.Entry<String, JsonNode> each : expected.properties()) {
      var wanted = new ArrayList<Long>();
      each.getValue().forEach(amount -> wanted.add(amount.asLong()));
      require(
          "unitDiscounts." + each.getKey(), wanted, actual.getOrDefault(each.getKey(), List.of()));
    }
  }

  private static List<Long> perUnit(Piece piece) {
    var units = new ArrayList<Long>();
    for (long place = 0; place < piece.quantity(); place++) {
      units.add(sum(piece.between(place, place + 1).shares(), share -> true));
    }
    return units;
  }

  private long discounts(Predicate<Share> counted) {
    return quote.pieces().stream()
        .map(QuotePiece::shares)
        .mapToLong(shares -> sum(shares, counted))
        .sum();
  }

  /** Where the case tells item and order discounts apart, the order's are those of scope ORDER; else it means all. */
  private boolean countsAsOrder(Share share) {
    return !vector.expected().has("itemDiscount") || isOrder(share);
  }

  private boolean isOrder(Share share) {
    return scopeOf(share).equals("ORDER");
  }

  private String scopeOf(Share share) {
    return vector
        .promotions()
        .get(OfferMapper.promotionOf(share.offer().value()))
        .text("scope");
  }

  private boolean couponApplied() {
    return quote.verdicts().stream()
        .filter(verdict ->
            verdict.code() == Verdict.Code.APPLIED || verdict.code() == Verdict.Code.CLAMPED)
        .anyMatch(verdict -> vector
            .promotions()
            .get(OfferMapper.promotionOf(verdict.subject()))
            .conditions()
            .has("coupon"));
  }

  private static boolean isYes(String coupon) {
    return coupon.equals("APPLIED") || coupon.equals("ACCEPTED");
  }

  private static long sum(List<Share> shares, Predicate<Share> counted) {
    return shares.stream()
        .filter(counted)
        .mapToLong(share -> share.amount().minor())
        .sum();
  }

  private void require(String key, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      differences.add("%s: expected %s, actual %s".formatted(key, expected, actual));
    }
  }
}
