package dev.akinai.samples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.akinai.catalog.CatalogItem;
import dev.akinai.catalog.ProductId;
import dev.akinai.catalog.Sku;
import dev.akinai.catalog.SkuId;
import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.money.Rounding;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.TaxLine;
import dev.akinai.pricing.TaxTable;
import dev.akinai.promotion.Draft;
import dev.akinai.promotion.Ruleset;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A thousand Japanese invoices with two rates each: one rounding for each invoice and rate, tax on top and included. */
class JapaneseInvoicesSharedDataTest {

  private static final CurrencyCode YEN = CurrencyCode.of("JPY");
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final CatalogItem GOODS = new CatalogItem(
      Sku.of("goods", "Goods"), new ProductId("goods"), List.of(), Optional.empty(), Set.of());

  @ParameterizedTest
  @CsvSource({"DOWN,down", "HALF_UP,half_up", "UP,up"})
  void taxesAreThoseOfTheIndependentProgram(Rounding mode, String name) throws IOException {
    Path folder = SharedData.find("data/tax_currency");
    Path file = folder.resolve("jp_invoice_lines.csv.gz");
    Assumptions.assumeTrue(Files.isRegularFile(file), () -> SharedData.skipped(file));
    JsonNode expected = new ObjectMapper()
        .readTree(folder.resolve("expected.json").toFile())
        .get("japan_generated");
    Map<Integer, Cart> invoices = invoices(file);

    assertThat(invoices).hasSize(expected.get("invoices").asInt());
    assertThat(taxes(invoices, TaxTable.japan(TaxTable.Inclusion.EXCLUSIVE, mode)))
        .isEqualTo(both(expected.get(name)));
    assertThat(taxes(invoices, TaxTable.japan(TaxTable.Inclusion.INCLUSIVE, mode)))
        .isEqualTo(both(expected.get("tax_included_reading").get(name)));
  }

  private static Map<String, Long> both(JsonNode node) {
    return Map.of("JP8", node.get("tax_8").asLong(), "JP10", node.get("tax_10").asLong());
  }

  private static Map<Integer, Cart> invoices(Path file) throws IOException {
    Map<Integer, Cart> invoices = new TreeMap<>();
    try (var lines = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines.lines().skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
        CartLine line = CartLine.of(cells[1], "goods", Long.parseLong(cells[4]))
            .at(Money.of(YEN, Long.parseLong(cells[3])))
            .taxedAs(cells[2].equals("8") ? "reduced" : TaxTable.STANDARD);
        invoices.merge(
            Integer.parseInt(cells[0]), Cart.in(YEN).add(line), (cart, one) -> cart.add(line));
      });
    }
    return invoices;
  }

  private static Map<String, Long> taxes(Map<Integer, Cart> invoices, TaxTable table) {
    Map<String, Long> taxes = new TreeMap<>();
    try (Commerce shop = Akinai.builder().build()) {
      Ruleset none = shop.promotions().compose(Draft.of(List.of()));
      for (Cart cart : invoices.values()) {
        var input = PricingInput.of(cart, Map.of(new SkuId("goods"), GOODS), Map.of(), NOW)
            .taxed(table);
        Quote quote = shop.pricing().evaluate(input, none).orThrow();
        for (TaxLine line : quote.tax().lines()) {
          taxes.merge(line.rate().code(), line.amount().minor(), Long::sum);
        }
      }
    }
    return taxes;
  }
}
