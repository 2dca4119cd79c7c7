package dev.akinai.testkit.spi;

import static dev.akinai.testkit.spi.Samples.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.akinai.base.Page;
import dev.akinai.catalog.Category;
import dev.akinai.catalog.CategoryId;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.ProductId;
import dev.akinai.catalog.Sku;
import dev.akinai.catalog.SkuId;
import dev.akinai.ledger.Posting;
import dev.akinai.promotion.OfferId;
import dev.akinai.spi.OfferStore.OfferRow;
import dev.akinai.spi.OfferStore.RulesetRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R-STO-42 and 44: what is read is whole, reproducible, and comes in pages. */
interface ReadsContract extends ContractPart {

  /** A product all of whose texts name one version of it. */
  private static Product tea(String version) {
    return Product.of(
        "tea",
        version,
        Sku.of("tea-s", version),
        Sku.of("tea-m", version),
        Sku.of("tea-l", version));
  }

  private void put(Product... products) {
    List<Long> versions = bench().retrying(unit -> unit.catalog().put(List.of(products)));
    assertEquals(products.length, versions.size());
  }

  private Product product(String id) {
    var which = new ProductId(id);
    Map<ProductId, Product> found =
        bench().retrying(unit -> unit.catalog().products(List.of(which)));
    return Objects.requireNonNull(found.get(which));
  }

  @Test
  @DisplayName("R-STO-42 a product reads back as it was put, and its version rises with each put")
  default void readsAProductBack() {
    var product = new Product(
        new ProductId("tea"),
        "茶 Tea's \"best\" 100%",
        Optional.of(new CategoryId("drinks")),
        Optional.of("Mountain"),
        Set.of("green", "new"),
        List.of(Sku.of("tea-s", "50 g"), Sku.of("tea-m", "100 g").untracked()));
    assertEquals(List.of(1L), bench().in(unit -> unit.catalog().put(List.of(product))));
    assertEquals(List.of(2L), bench().in(unit -> unit.catalog().put(List.of(product))));

    assertEquals(product, product("tea"));
    assertEquals(
        Map.of(new SkuId("tea-s"), new ProductId("tea")),
        bench().in(unit -> unit.catalog().owners(List.of(new SkuId("tea-s"), new SkuId("cup")))));
  }

  @Test
  @DisplayName("R-STO-42 a SKU that its product no longer names is kept and inactive")
  default void keepsADroppedSku() {
    put(Product.of("tea", "Tea", Sku.of("tea-s", "50 g"), Sku.of("tea-m", "100 g")));

    put(Product.of("tea", "Tea", Sku.of("tea-m", "100 g")));

    Product tea = product("tea");
    assertEquals(2, tea.skus().size());
    for (Sku sku : tea.skus()) {
      assertEquals(sku.id().equals(new SkuId("tea-m")), sku.active(), sku::toString);
    }
  }

  @Test
  @DisplayName("R-STO-42 a product is read whole while it is being replaced, never a mix")
  default void readsAProductWhole() throws Exception {
    put(tea("version-0"));

    Crowd.readWhileWriting(60, () -> assertWhole(product("tea")), i -> put(tea("version-" + i)));

    assertWhole(product("tea"));
  }

  private static void assertWhole(Product product) {
    var texts = new TreeSet<String>(List.of(product.title()));
    product.skus().forEach(sku -> texts.add(sku.title()));
    assertEquals(1, texts.size(), () -> "a mix of versions: " + texts);
    assertEquals(3, product.skus().size());
  }

  @Test
  @DisplayName("R-STO-42 categories are read with all that are above them")
  default void readsCategoriesWithAncestors() {
    var all = new Category(new CategoryId("all"), Optional.empty(), "All");
    var drinks = new Category(new CategoryId("drinks"), Optional.of(all.id()), "Drinks");
    var teas = new Category(new CategoryId("teas"), Optional.of(drinks.id()), "Teas");
    for (Category each : List.of(all, drinks, teas)) {
      assertEquals(1L, bench().<Long>in(unit -> unit.catalog().put(each)));
    }
    assertEquals(2L, bench().<Long>in(unit -> unit.catalog().put(teas)));

    assertEquals(Optional.of(teas), bench().in(unit -> unit.catalog().category(teas.id())));
    assertEquals(
        Map.of(teas.id(), teas, drinks.id(), drinks, all.id(), all),
        bench()
            .in(unit ->
                unit.catalog().withAncestors(List.of(teas.id(), new CategoryId("unknown")))));
  }

  @Test
  @DisplayName("R-STO-42 a published ruleset never changes, and the next one builds on it")
  default void keepsRulesets() {
    assertTrue(publish(1, List.of(offer("a", 1), offer("b", 1)), List.of()));
    assertTrue(publish(2, List.of(offer("b", 2), offer("c", 1)), List.of(new OfferId("a"))));

    assertEquals(List.of(offer("a", 1), offer("b", 1)), offers(1));
    assertEquals(List.of(offer("b", 2), offer("c", 1)), offers(2));
    assertEquals(
        List.of(ruleset(2), ruleset(1)), bench().in(unit -> unit.offers().newest(9)));
    assertEquals(List.of(ruleset(2)), bench().in(unit -> unit.offers().newest(1)));
    assertEquals(Optional.of(ruleset(1)), bench().in(unit -> unit.offers().find(1)));
    assertEquals(Optional.empty(), bench().in(unit -> unit.offers().find(3)));
    assertEquals(2, bench().<Integer>in(unit -> unit.offers().lastVersion(new OfferId("b"))));
    assertEquals(1, bench().<Integer>in(unit -> unit.offers().lastVersion(new OfferId("a"))));
    assertEquals(0, bench().<Integer>in(unit -> unit.offers().lastVersion(new OfferId("x"))));
  }

  @Test
  @DisplayName("R-STO-42 a ruleset that is not the next one is refused and changes nothing")
  default void refusesAnotherRuleset() {
    assertFalse(publish(2, List.of(offer("a", 1)), List.of()));
    assertTrue(publish(1, List.of(offer("a", 1)), List.of()));
    assertFalse(publish(1, List.of(offer("b", 1)), List.of()));
    assertFalse(publish(3, List.of(offer("b", 1)), List.of()));

    assertEquals(List.of(offer("a", 1)), offers(1));
    assertEquals(0, bench().<Integer>in(unit -> unit.offers().lastVersion(new OfferId("b"))));
  }

  @Test
  @DisplayName("R-STO-42 of 32 publishers of one ruleset one succeeds, and it is read whole")
  default void publishesOnceAmongMany() throws Exception {
    List<Boolean> won = Crowd.of(
        Bench.THREADS, i -> publish(1, List.of(offer("a-" + i, 1), offer("b-" + i, 1)), List.of()));

    assertEquals(1, Collections.frequency(won, true));
    int winner = won.indexOf(true);
    assertEquals(List.of(offer("a-" + winner, 1), offer("b-" + winner, 1)), offers(1));
  }

  private static OfferRow offer(String id, int version) {
    return new OfferRow(
        new OfferId(id), version, "{ \"id\":\"" + id + "\",\"v\":" + version + " }");
  }

  @Test
  @DisplayName("R-STO-42 at each instant the highest ruleset counts whose time has come")
  default void countsFromTheirInstant() {
    for (RulesetRow row :
        List.of(ruleset(1), from(2, NOON.plusSeconds(60)), from(3, NOON.plusSeconds(30)))) {
      assertTrue(
          bench().<Boolean>retrying(unit -> unit.offers().publish(row, List.of(), List.of())));
    }

    assertEquals(Optional.empty(), inForce(NOON.minusNanos(1_000)));
    assertEquals(Optional.of(1L), inForce(NOON));
    assertEquals(Optional.of(1L), inForce(NOON.plusSeconds(30).minusNanos(1_000)));
    assertEquals(Optional.of(3L), inForce(NOON.plusSeconds(30)));
    assertEquals(Optional.of(3L), inForce(NOON.plusSeconds(90)));
  }

  private Optional<Long> inForce(Instant at) {
    return bench().in(unit -> unit.offers().inForce(at).map(RulesetRow::version));
  }

  static RulesetRow ruleset(long version) {
    return from(version, NOON);
  }

  private static RulesetRow from(long version, Instant at) {
    return new RulesetRow(
        version,
        "%064x".formatted(version),
        NOON,
        at,
        "STAFF:ann",
        "because",
        "{\"lanes\":[]}",
        "{\"changed\":[]}");
  }

  private boolean publish(long version, List<OfferRow> added, List<OfferId> retired) {
    return bench().retrying(unit -> unit.offers().publish(ruleset(version), added, retired));
  }

  private List<OfferRow> offers(long ruleset) {
    return bench().in(unit -> unit.offers().offers(ruleset));
  }

  @Test
  @DisplayName("R-STO-44 pages go by key: what exists throughout is neither missed nor repeated")
  default void pagesByKey() {
    for (int i = 0; i < 9; i++) {
      put(Product.of("p-" + i, "Product", Sku.of("s-" + i, "Sku")));
    }
    var seen = new ArrayList<String>();
    Optional<Page.Request> next = Optional.of(Page.Request.first(2));
    for (int pages = 0; next.isPresent(); pages++) {
      Page.Request request = next.get();
      Page<Product> page = bench().in(unit -> unit.catalog().list(request));
      assertTrue(page.items().size() <= 2 && pages < 50, "pages are bounded and end");
      page.items().forEach(product -> seen.add(product.id().value()));
      put(Product.of("p-0" + pages, "Product", Sku.of("s-0" + pages, "Sku")));
      next = page.next().map(request::after);
    }

    assertEquals(seen.stream().sorted().distinct().toList(), seen);
    assertTrue(seen.containsAll(IntStream.range(0, 9).mapToObj(i -> "p-" + i).toList()));
  }

  @Test
  @DisplayName("R-STO-44 an account's history comes in pages, oldest first")
  default void pagesAHistory() {
    for (int i = 0; i < 7; i++) {
      assertEquals(
          Posting.Result.POSTED,
          LedgerSteps.post(bench(), LedgerSteps.earn("lot-" + i, 10 + i, LedgerSteps.NEVER)));
    }
    var amounts = new ArrayList<Long>();
    Optional<Page.Request> next = Optional.of(Page.Request.first(3));
    for (int pages = 0; next.isPresent() && pages < 20; pages++) {
      Page.Request request = next.get();
      var page = bench().in(unit -> unit.ledger().history(LedgerSteps.ANN, request));
      page.items().forEach(entry -> amounts.add(entry.amount()));
      next = page.next().map(request::after);
    }

    assertEquals(List.of(10L, 11L, 12L, 13L, 14L, 15L, 16L), amounts);
  }

  @Test
  @DisplayName("R-STO-44 the audit's pages hold every cell and hold once")
  default void pagesTheAudit() {
    for (int i = 0; i < 7; i++) {
      Samples.put(bench(), Samples.warehouse("sku-" + i), 5);
      HoldSteps.open(bench(), Samples.warehouse("sku-" + i), 1);
    }

    assertEquals(7, walk(request -> bench().in(unit -> unit.audit().cells(request)), s -> s.key()));
    assertEquals(7, walk(request -> bench().in(unit -> unit.audit().holds(request)), h -> h.id()));
  }

  private static <T> int walk(Function<Page.Request, Page<T>> read, Function<T, Object> key) {
    var seen = new ArrayList<Object>();
    Optional<Page.Request> next = Optional.of(Page.Request.first(3));
    for (int pages = 0; next.isPresent() && pages < 20; pages++) {
      Page<T> page = read.apply(next.get());
      page.items().forEach(item -> seen.add(key.apply(item)));
      Page.Request request = next.get();
      next = page.next().map(request::after);
    }
    assertEquals(seen.stream().distinct().toList(), seen);
    return seen.size();
  }
}
