package dev.akinai.samples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorsTest {

  private static final String CART =
      "\"currency\": \"USD\", \"lines\": [{\"sku\": \"a\", \"qty\": 2, \"unitPrice\": 1000}, {\"sku\": \"b\", \"qty\": 1, \"unitPrice\": 500}]";

  @TempDir
  Path folder;

  private Cli prices(String... vectors) {
    return Cli.run(
        "vectors",
        Cli.write(
            folder,
            "vectors.json",
            "{\"about\": \"\", \"vectors\": [" + String.join(",", vectors) + "]}"));
  }

  private static String vector(String promotions, String expected) {
    return "{\"id\": \"one\", " + CART + ", \"promotions\": [" + promotions + "], \"expected\": "
        + expected + "}";
  }

  @Test
  void aPercentageOfItemsRoundsOnEachLine() {
    Cli run = prices(
        vector(
            "{\"type\": \"PERCENT\", \"scope\": \"ITEM\", \"value\": 12.5, \"conditions\": {\"skus\": [\"a\"]}}",
            "{\"lineDiscounts\": {\"a\": 250}, \"byPromotion\": [{\"a\": 250}], \"subtotal\": 2500, \"orderDiscount\": 250, \"total\": 2250}"));

    assertThat(run.out()).isEqualTo("1 passed, 0 failed, 0 not supported\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void whatDiffersIsShownAndEndsWithOne() {
    Cli run = prices(vector(
        "{\"type\": \"FIXED\", \"scope\": \"ORDER\", \"value\": 500}",
        "{\"lineDiscounts\": {\"a\": 300, \"b\": 200}, \"total\": 2000}"));

    assertThat(run.out())
        .isEqualTo(
            "failed: one\n  lineDiscounts: expected {a=300, b=200}, actual {a=400, b=100}\n0 passed, 1 failed, 0 not supported\n");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void whatTheEngineLacksIsNamedAndCountedApart() {
    Cli run = prices(vector(
        "{\"type\": \"GIFT\", \"scope\": \"ORDER\", \"gift\": {\"sku\": \"c\", \"qty\": 1}}",
        "{\"total\": 2500}"));

    assertThat(run.out())
        .isEqualTo("not supported: one: gift, type GIFT\n0 passed, 0 failed, 1 not supported\n");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void aUsedUpCouponIsRefused() {
    String coupon =
        "{\"type\": \"FIXED\", \"scope\": \"ORDER\", \"value\": 100, \"conditions\": {\"coupon\": \"HELLO\"}, \"couponUsageLimit\": 2, \"couponUsed\": %d}";

    Cli free = prices(vector(coupon.formatted(1), "{\"total\": 2400, \"coupon\": \"APPLIED\"}"));
    Cli full = prices(vector(coupon.formatted(2), "{\"total\": 2500, \"coupon\": \"REFUSED\"}"));

    assertThat(free.out()).startsWith("1 passed");
    assertThat(full.out()).startsWith("1 passed");
  }

  @Test
  void aThresholdSeesWhatEarlierOffersLeft() {
    String half = "{\"type\": \"PERCENT\", \"scope\": \"ORDER\", \"value\": 50, \"order\": 1},";
    String rest =
        "{\"type\": \"PERCENT\", \"scope\": \"ORDER\", \"value\": 10, \"order\": 2, \"conditions\": {\"%s\": {\"min\": 2000}}}";

    Cli discounted = prices(vector(
        half + rest.formatted("discountedSubtotal"),
        "{\"byPromotion\": [{\"a\": 1000, \"b\": 250}, {}], \"total\": 1250}"));
    Cli before = prices(vector(half + rest.formatted("itemsTotal"), "{\"total\": 1125}"));

    assertThat(discounted.out()).startsWith("1 passed");
    assertThat(before.out()).startsWith("1 passed");
  }

  @Test
  void whatIsRecommendedReplacesWhatIsArguableAndTheSumsFollow() {
    Cli run = prices(
        "{\"id\": \"one\", " + CART
            + ", \"promotions\": [{\"type\": \"FIXED\", \"scope\": \"ORDER\", \"value\": 500}],"
            + "\"arguable\": \"why\", \"recommended\": {\"byPromotion\": [{\"a\": 400, \"b\": 100}], \"rule\": \"for people\"},"
            + "\"expected\": {\"lineDiscounts\": {\"a\": 401, \"b\": 100}, \"byPromotion\": [{\"a\": 401, \"b\": 100}], \"orderDiscount\": 501, \"total\": 1999}}");

    assertThat(run.out()).isEqualTo("1 passed, 0 failed, 0 not supported\n");
  }

  @Test
  void equalRemaindersMayGoToEitherLine() {
    String cart =
        "{\"id\": \"one\", \"currency\": \"USD\", \"lines\": [{\"sku\": \"a\", \"qty\": 1, \"unitPrice\": 100}, {\"sku\": \"b\", \"qty\": 1, \"unitPrice\": 100}, {\"sku\": \"c\", \"qty\": 1, \"unitPrice\": 200}],"
            + "\"promotions\": [{\"type\": \"FIXED\", \"scope\": \"ORDER\", \"value\": %d}], \"expected\": {\"lineDiscounts\": {\"a\": %d, \"b\": %d, \"c\": %d}}}";

    assertThat(prices(cart.formatted(2, 1, 0, 1)).out()).startsWith("1 passed");
    assertThat(prices(cart.formatted(2, 0, 1, 1)).out()).startsWith("1 passed");
    assertThat(prices(cart.formatted(2, 1, 1, 0)).out()).startsWith("failed");
  }

  @Test
  void unitsAreReadFromAPlacedOrder() {
    Cli run = prices(
        "{\"id\": \"one\", \"currency\": \"USD\", \"lines\": [{\"sku\": \"a\", \"qty\": 3, \"unitPrice\": 100}],"
            + "\"promotions\": [{\"type\": \"FIXED\", \"scope\": \"LINE\", \"value\": 100}], \"expected\": {\"unitDiscounts\": {\"a\": [34, 33, 33]}}}");

    assertThat(run.out()).startsWith("1 passed");
  }

  @Test
  void anUnknownKeyStopsTheRunAndIsNamedWithItsVector() {
    Cli run = prices(vector(
        "{\"type\": \"FIXED\", \"scope\": \"ORDER\", \"value\": 1, \"surprise\": 1}",
        "{\"total\": 1}"));

    assertThat(run.err()).contains("surprise").contains("one").contains("Maybe");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void stockIsReservedOrRefused() {
    String vectors = """
        [{"id": "enough", "stock": {"w": {"onHand": 2}}, "steps": [{"reserve": 2, "at": "w"}], "expected": {"w": {"onHand": 2, "reserved": 2, "available": 0}}},
         {"id": "short", "stock": {"w": {"onHand": 5, "reserved": 2}}, "steps": [{"reserve": 4, "at": "w", "expect": "INSUFFICIENT", "quantityAvailable": 3}], "expected": {"w": {"reserved": 2}}},
         {"id": "ordered", "stock": {"w": {"onHand": 5}}, "steps": [{"placeOrder": 3}], "expected": {"w": {"onHand": 5, "onHold": 3}}},
         {"id": "asked", "stock": {"w": {"onHand": 4, "reserved": 2}}, "query": {"available": ["w"], "canSupply": [2, 3]}, "expected": {"available": 2, "canSupply": [true, false]}},
         {"id": "wrong", "stock": {"w": {"onHand": 1}}, "steps": [{"reserve": 2, "at": "w"}], "expected": {"w": {"reserved": 2}}},
         {"id": "two", "stock": {"w": {"onHand": 1}, "v": {"onHand": 1}}, "expected": {}}]
        """;

    Cli run = Cli.run("vectors", Cli.write(folder, "stock.json", vectors));

    assertThat(run.out()).isEqualTo("""
        failed: wrong
          reserve 2: expected , actual INSUFFICIENT
          reserved: expected 2, actual 0
        not supported: two: several locations
        4 passed, 1 failed, 1 not supported
        """);
    assertThat(run.code()).isEqualTo(1);
  }
}
