package dev.akinai.samples.workbench.simulate;

import dev.akinai.catalog.CatalogItem;
import dev.akinai.catalog.SkuId;
import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.PricingInput;
import dev.akinai.samples.workbench.common.InputFile;
import dev.akinai.samples.workbench.retail.PastInvoices;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The past orders of real shops. Stateless. */
public final class DataSet {

  private static final int MOST_OF_A_CATEGORY = 8;
  private static final int MOST_GOODS = 600;

  private DataSet() {}

  /**
   * Reads past orders.
   *
   * @param data the folder of the Complete Journey, or the file of Online Retail
   * @return the inputs of their prices
   */
  public static List<PricingInput> read(Path data) {
    return JourneyOrders.isIn(data)
        ? new JourneyOrders(data).read()
        : PastInvoices.read(new InputFile(data));
  }

  /**
   * Some goods of each category that were bought, at the prices that were paid.
   *
   * @param orders at least one
   * @return an input of which each line is one kind of goods
   */
  public static PricingInput goods(List<PricingInput> orders) {
    Map<SkuId, CatalogItem> items = new HashMap<>();
    Map<String, Integer> taken = new HashMap<>();
    Set<SkuId> goods = new HashSet<>();
    PricingInput first = orders.get(0);
    Cart cart = Cart.in(first.cart().currency()).withCharges(first.cart().charges());
    for (PricingInput order : orders) {
      for (CartLine line : order.cart().lines()) {
        CatalogItem item = order.items().get(line.sku());
        if (item != null
            && goods.size() < MOST_GOODS
            && !goods.contains(line.sku())
            && taken.merge(category(item), 1, Integer::sum) <= MOST_OF_A_CATEGORY) {
          goods.add(line.sku());
          cart = cart.add(named(line, "g" + goods.size()));
        }
      }
      order.items().forEach(items::putIfAbsent);
    }
    return first.withItems(items).withCart(cart);
  }

  private static String category(CatalogItem item) {
    return item.categoryPath().get(0).value();
  }

  private static CartLine named(CartLine line, String id) {
    return CartLine.of(id, line.sku().value(), 1).at(line.fixedPrice().orElseThrow());
  }
}
