package dev.akinai.samples.workbench.common;

import dev.akinai.catalog.CatalogItem;
import dev.akinai.catalog.CategoryId;
import dev.akinai.catalog.ProductId;
import dev.akinai.catalog.Sku;
import dev.akinai.catalog.SkuId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.pricing.BuyerFacts;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.Charge;
import dev.akinai.pricing.PricingInput;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One past order as it is put together: goods at the prices that were paid. For one thread.
 *
 * <p>What a database keeps beside an order is here what the files say of the buyer.
 */
public final class PastOrder {

  private final CurrencyCode currency;
  private final String buyer;
  private final Map<SkuId, CatalogItem> items = new HashMap<>();
  private Cart cart;
  private Instant at = Instant.MAX;

  /**
   * An order without goods.
   *
   * @param currency of its prices
   * @param buyer who bought; empty for a guest
   */
  public PastOrder(CurrencyCode currency, String buyer) {
    this.currency = currency;
    this.buyer = buyer;
    this.cart = Cart.in(currency);
  }

  /**
   * Goods as the catalog describes them.
   *
   * @param sku which
   * @param title what shoppers read
   * @param categories its category and those above it
   * @param brand the brand
   */
  public record Goods(String sku, String title, List<String> categories, String brand) {

    /** Copies the categories. */
    public Goods {
      categories = List.copyOf(categories);
    }

    CatalogItem item() {
      return new CatalogItem(
          Sku.of(sku, title.isBlank() ? sku : title),
          new ProductId(sku),
          categories.stream().map(CategoryId::new).toList(),
          Optional.of(brand).filter(name -> !name.isEmpty()),
          Set.of());
    }
  }

  /**
   * Adds goods.
   *
   * @param goods which
   * @param quantity how many
   * @param price of one, in minor units
   * @param when they were bought; the order is of the first of these
   */
  public void add(Goods goods, long quantity, long price, Instant when) {
    if (cart.lines().size() < Cart.MAX_LINES) {
      items.computeIfAbsent(SkuId.of(goods.sku()), key -> goods.item());
      String id = Integer.toString(cart.lines().size() + 1);
      cart = cart.add(CartLine.of(id, goods.sku(), quantity).at(Money.of(currency, price)));
      at = when.isBefore(at) ? when : at;
    }
  }

  /**
   * The order as an input of pricing.
   *
   * @param delivery what bringing it costs, in minor units; 0 for none
   * @param segments what is known of the buyer
   * @param gifts what offers may give, so that it is known
   * @return the input
   */
  public PricingInput input(long delivery, List<String> segments, List<Goods> gifts) {
    gifts.forEach(gift -> items.put(SkuId.of(gift.sku()), gift.item()));
    Cart whole = delivery > 0
        ? cart.with(Charge.shipping("delivery", "van", Money.of(currency, delivery)))
        : cart;
    whole = buyer.isEmpty() ? whole : whole.forBuyer(buyer);
    return PricingInput.of(whole, items, Map.of(), at)
        .withFacts(BuyerFacts.UNKNOWN.segments(segments.toArray(String[]::new)));
  }

  /**
   * A name as rules write it.
   *
   * @param text such as {@code FRZN MEAT/MEAT DINNERS}
   * @return such as {@code frzn-meat-meat-dinners}; {@code other} for an empty text
   */
  public static String name(String text) {
    String name =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return name.isEmpty() ? "other" : name;
  }
}
