package dev.akinai.samples.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.akinai.catalog.CategoryId;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.ProductId;
import dev.akinai.catalog.Sku;
import dev.akinai.member.MemberId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.Choices;
import dev.akinai.pricing.Where;
import dev.akinai.samples.workbench.common.BadInputException;
import dev.akinai.samples.workbench.common.InputFile;
import dev.akinai.samples.workbench.common.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A cart in a file. Immutable.
 *
 * @param cart the cart, every line at its price
 * @param products its goods, each SKU once, as its first line describes them
 */
record CartFile(Cart cart, List<Product> products) {

  private static final Set<String> KEYS = Set.of("currency", "lines", "codes", "buyer", "channel");
  private static final Set<String> LINE_KEYS =
      Set.of("sku", "quantity", "price", "category", "brand");

  static CartFile read(InputFile file) {
    JsonNode root = Json.read(file);
    String place = "the cart " + file.path();
    Json.requireKeys(root, place, KEYS);
    CurrencyCode currency = CurrencyCode.of(Json.text(root, "currency", place));
    var cart = new Cart(
        currency,
        lines(root, currency, place),
        List.of(),
        codes(root, place),
        optional(root, "buyer", place).map(MemberId::new),
        optional(root, "channel", place).map(Where.UNKNOWN::channel).orElse(Where.UNKNOWN),
        Choices.NONE);
    return new CartFile(cart, products(root, place));
  }

  private static List<Product> products(JsonNode root, String place) {
    Map<String, Product> products = new LinkedHashMap<>();
    for (JsonNode line : list(root, "lines", place)) {
      String sku = Json.text(line, "sku", place);
      products.putIfAbsent(
          sku,
          new Product(
              new ProductId(sku),
              sku,
              optional(line, "category", place).map(CategoryId::new),
              optional(line, "brand", place),
              Set.of(),
              List.of(Sku.of(sku, sku))));
    }
    return List.copyOf(products.values());
  }

  /** The categories of its goods. */
  Set<CategoryId> categories() {
    return products.stream()
        .flatMap(product -> product.category().stream())
        .collect(Collectors.toSet());
  }

  private static List<CartLine> lines(JsonNode root, CurrencyCode currency, String place) {
    var lines = new ArrayList<CartLine>();
    for (JsonNode line : list(root, "lines", place)) {
      String here = "line " + (lines.size() + 1) + " of " + place;
      Json.requireKeys(line, here, LINE_KEYS);
      String id = Integer.toString(lines.size() + 1);
      Money price = Money.of(currency, Json.number(line, "price", here));
      lines.add(CartLine.of(id, Json.text(line, "sku", here), Json.number(line, "quantity", here))
          .at(price));
    }
    return lines;
  }

  private static List<String> codes(JsonNode root, String place) {
    var codes = new ArrayList<String>();
    if (root.has("codes")) {
      for (JsonNode code : list(root, "codes", place)) {
        if (!code.isTextual()) {
          throw new BadInputException(
              "The code (" + code + ") of " + place + " must be a text. Maybe put it into quotes.");
        }
        codes.add(code.textValue());
      }
    }
    return codes;
  }

  private static JsonNode list(JsonNode root, String key, String place) {
    if (!root.path(key).isArray()) {
      throw new BadInputException("The key %s (%s) of %s must be a list. Maybe add brackets."
          .formatted(key, root.has(key) ? root.get(key) : "missing", place));
    }
    return root.get(key);
  }

  private static Optional<String> optional(JsonNode root, String key, String place) {
    return root.has(key) ? Optional.of(Json.text(root, key, place)) : Optional.empty();
  }
}
