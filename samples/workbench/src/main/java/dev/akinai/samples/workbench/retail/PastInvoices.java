package dev.akinai.samples.workbench.retail;

import dev.akinai.money.CurrencyCode;
import dev.akinai.pricing.PricingInput;
import dev.akinai.samples.workbench.common.InputFile;
import dev.akinai.samples.workbench.common.PastOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The invoices of an online shop for bags, jewellery and gifts, as past orders. The first word of a list that a description holds says to which category it
 * belongs. Cancellations, services and prices that are no whole pence are left out. Stateless.
 */
public final class PastInvoices {

  private static final CurrencyCode GBP = CurrencyCode.of("GBP");
  private static final long POSTAGE = 495;
  private static final List<PastOrder.Goods> GIFTS =
      List.of(new PastOrder.Goods("gift-pouch", "Gift pouch", List.of("gifts", "home"), "own"));

  /** Words of descriptions, and the category and department that they mean. */
  private static final Map<String, List<String>> WORDS = words();

  private PastInvoices() {}

  private static Map<String, List<String>> words() {
    Map<String, List<String>> words = new LinkedHashMap<>();
    put(words, "bags", "fashion", "BAG", "PURSE", "WALLET", "SATCHEL", "SHOPPER");
    put(
        words,
        "jewellery",
        "fashion",
        "NECKLACE",
        "EARRING",
        "BRACELET",
        "BANGLE",
        " RING ",
        "BROOCH",
        "CHARM",
        "JEWEL",
        "DIAMANTE");
    put(words, "scarves", "fashion", "SCARF", "SHAWL", "GLOVE", "MITTEN", " HAT ", "BERET");
    put(words, "hair", "fashion", "HAIR", "HAIRCLIP", "HEADBAND");
    put(words, "footwear", "fashion", "SLIPPER", "FLIP FLOP", "SANDAL", "SOCK", "BOOT");
    put(words, "umbrellas", "fashion", "UMBRELLA", "PARASOL", "PONCHO", " RAIN ");
    put(words, "nightwear", "fashion", "PYJAMA", "EYE MASK", "HOT WATER BOTTLE", "WASHBAG");
    put(words, "aprons", "fashion", "APRON", "OVEN GLOVE");
    put(words, "kids", "kids", "CHILD", "KIDS", "BABY", "DOLL", " TOY ", "SPACEBOY", "DOLLY");
    put(words, "stationery", "home", " CARD", "WRAP", "PAPER", "NOTEBOOK", "PENCIL", "STICKER");
    put(words, "candles", "home", "CANDLE", "T-LIGHT", "LANTERN", "LIGHT");
    put(
        words, "kitchen", "home", " MUG ", " CUP ", " TEA ", "CAKE", "BOWL", "PLATE", " JAR ",
        " TIN ");
    return words;
  }

  private static void put(
      Map<String, List<String>> words, String category, String department, String... all) {
    for (String word : all) {
      words.put(word, List.of(category, department));
    }
  }

  /**
   * Reads the invoices.
   *
   * @param file the file of the data set
   * @return one input for each invoice of goods, in the order of their numbers in the file
   */
  public static List<PricingInput> read(InputFile file) {
    Map<String, PastOrder> orders = new LinkedHashMap<>();
    Map<String, List<String>> segments = new LinkedHashMap<>();
    new RetailFile(file).forEach(line -> {
      if (line.kind() == LineKind.SALE && line.isGoods() && line.price() % 10 == 0) {
        orders
            .computeIfAbsent(
                line.invoice(), any -> new PastOrder(GBP, line.customer().orElse("")))
            .add(goods(line), line.quantity(), line.price() / 10, line.at());
        segments.putIfAbsent(line.invoice(), segments(line));
      }
    });
    var inputs = new ArrayList<PricingInput>();
    orders.forEach((invoice, order) ->
        inputs.add(order.input(POSTAGE, segments.getOrDefault(invoice, List.of()), GIFTS)));
    return inputs;
  }

  private static PastOrder.Goods goods(RetailLine line) {
    String title = " " + line.title() + " ";
    List<String> categories = WORDS.entrySet().stream()
        .filter(word -> title.contains(word.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(List.of("gifts", "home"));
    String brand = title.contains("RETROSPOT") ? "retrospot" : "";
    return new PastOrder.Goods(line.code(), line.title(), categories, brand);
  }

  private static List<String> segments(RetailLine line) {
    return List.of(
        line.customer().isPresent() ? "account" : "guest",
        line.country().equals("United Kingdom") ? "home-market" : "abroad");
  }
}
