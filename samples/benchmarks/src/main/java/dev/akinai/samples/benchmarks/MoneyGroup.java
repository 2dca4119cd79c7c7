package dev.akinai.samples.benchmarks;

import dev.akinai.pricing.Application;
import dev.akinai.pricing.Certificate;
import dev.akinai.pricing.Quote;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The money that buyers save on carts made by chance, beside what other ways to choose find. For one thread. */
final class MoneyGroup {

  private final int carts;
  private final Section section = new Section("money", "what buyers save on carts made by chance");

  private final Map<Way, Long> saved = new EnumMap<>(Way.class);
  private final Map<Way, Integer> worse = new EnumMap<>(Way.class);
  private long list;
  private int proven;

  /** Ways to choose. */
  private enum Way {
    SINGLE("best single offer"),
    PRIORITY(Greedy.PRIORITY.label),
    LARGEST(Greedy.LARGEST.label),
    DENSEST(Greedy.DENSEST.label),
    UNGROUPED(Greedy.UNGROUPED.label),
    BEST_OF_FOUR("best of the four greedy orders"),
    AKINAI("Akinai"),
    BRUTE_FORCE("brute force (oracle)");

    private final String label;

    Way(String label) {
      this.label = label;
    }
  }

  MoneyGroup(int carts) {
    this.carts = carts;
    for (Way way : Way.values()) {
      saved.put(way, 0L);
      worse.put(way, 0);
    }
  }

  Section run() {
    section.note(
        "1 to 8 lines of 5.00 to 150.00; five item offers, four order offers, three coupons:"
            + " rates of 3 to 20 %, amounts of 3.00 to 30.00, half of them in groups of capacity 1, two"
            + " thirds with a threshold, a third of those on what is left.");
    section.note("The baselines compute with a small implementation of their own, not with Akinai;"
        + " for every cart it computes Akinai's choice again and must come to the same cent.");
    section.note("Greedy takes what fits and still lowers the price, which few shops check.");
    try (Shop shop = new Shop()) {
      for (int seed = 0; seed < carts; seed++) {
        count(SmallCase.cart(seed), shop);
      }
    }
    show();
    return section;
  }

  private void count(SmallCase cart, Shop shop) {
    var small = new SmallEngine(cart);
    Quote quote = shop.quote(cart.input(), cart.ruleset());
    long ours = cart.total() - quote.payable().minor();
    requireEqual(ours, small.saved(applied(quote, small)), cart);
    list += cart.total();
    boolean isProven = quote.certificate().proof() == Certificate.Proof.PROVEN;
    proven += isProven ? 1 : 0;
    long most = small.bruteForce();
    if (isProven) {
      requireEqual(ours, most, cart);
    }
    add(Way.SINGLE, Greedy.single(small), ours);
    for (Greedy order : Greedy.values()) {
      add(Way.valueOf(order.name()), order.saved(small), ours);
    }
    add(Way.BEST_OF_FOUR, Greedy.best(small), ours);
    add(Way.AKINAI, ours, ours);
    add(Way.BRUTE_FORCE, most, ours);
  }

  private static long applied(Quote quote, SmallEngine small) {
    List<String> ids =
        quote.applied().stream().map(Application::offer).map(Object::toString).toList();
    long set = 0;
    for (int i = 0; i < small.size(); i++) {
      set |= ids.contains(small.offer(i).id()) ? 1L << i : 0;
    }
    return set;
  }

  private static void requireEqual(long ours, long other, SmallCase cart) {
    if (ours != other) {
      throw new IllegalStateException(
          "The saving of Akinai (%d) must be that of the small implementation (%d). Maybe they round differently: %s"
              .formatted(ours, other, cart));
    }
  }

  private void add(Way way, long amount, long ours) {
    saved.merge(way, amount, Long::sum);
    worse.merge(way, amount < ours ? 1 : 0, Integer::sum);
  }

  long saved(String way) {
    return saved.getOrDefault(Way.valueOf(way), 0L);
  }

  int proven() {
    return proven;
  }

  private void show() {
    var table = new Table(List.of(
        "way",
        "saved per cart",
        "of list",
        "carts that save less",
        "loss per such cart",
        "loss per cart"));
    long ours = saved.getOrDefault(Way.AKINAI, 0L);
    for (Way way : Way.values()) {
      long own = saved.getOrDefault(way, 0L);
      int less = worse.getOrDefault(way, 0);
      section.figure(
          Map.of("way", way.name(), "figure", "saved"),
          Figure.of("cents/cart", own / (double) carts));
      section.figure(Map.of("way", way.name(), "figure", "worse"), Figure.of("carts", less));
      table.row(List.of(
          way.label,
          money(own, carts),
          percent(own, list),
          percent(less, carts),
          money(ours - own, Math.max(1, less)),
          money(ours - own, carts)));
    }
    section.table(
        String.format(
            Locale.ROOT,
            "%,d carts, %s each on average; proven best: %s",
            carts,
            money(list, carts),
            percent(proven, carts)),
        table);
  }

  private static String money(long cents, long parts) {
    return String.format(Locale.ROOT, "%.2f", cents / 100.0 / parts);
  }

  private static String percent(long part, long whole) {
    return String.format(Locale.ROOT, "%.2f %%", 100.0 * part / whole);
  }
}
