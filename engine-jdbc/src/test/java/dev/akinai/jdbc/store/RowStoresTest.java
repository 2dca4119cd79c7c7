package dev.akinai.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Page;
import dev.akinai.base.ShopId;
import dev.akinai.catalog.Category;
import dev.akinai.catalog.CategoryId;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.ProductId;
import dev.akinai.catalog.Sku;
import dev.akinai.catalog.SkuId;
import dev.akinai.jdbc.engines.Engine;
import dev.akinai.member.MemberId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.order.ExternalRef;
import dev.akinai.order.OrderId;
import dev.akinai.payment.Payment;
import dev.akinai.payment.PaymentId;
import dev.akinai.price.ListedPrice;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceListId;
import dev.akinai.price.PricePoint;
import dev.akinai.price.PricePoint.Change;
import dev.akinai.promotion.OfferId;
import dev.akinai.spi.CatalogStore;
import dev.akinai.spi.OfferStore;
import dev.akinai.spi.OfferStore.OfferRow;
import dev.akinai.spi.OfferStore.RulesetRow;
import dev.akinai.spi.OrderRows;
import dev.akinai.spi.OrderRows.OrderRow;
import dev.akinai.spi.OrderRows.PieceRow;
import dev.akinai.spi.PriceStore;
import dev.akinai.spi.StorageException;
import dev.akinai.spi.UnitOfWork;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What catalog, prices, offers and order rows promise, on one engine; each test has a shop of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RowStoresTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
  private static final CurrencyCode CNY = CurrencyCode.of("CNY");
  private static final long HUGE = 1_000_000_000_000_000L;

  private final AtomicInteger shops = new AtomicInteger();
  private final Engine engine;
  private RowDatabase storage;
  private ShopId shop;

  RowStoresTest(Engine engine) {
    this.engine = engine;
  }

  @BeforeAll
  void open() {
    storage = new RowDatabase(engine);
  }

  @BeforeEach
  void nextShop() {
    shop = ShopId.of("shop-" + shops.incrementAndGet());
  }

  // categories

  @Test
  void putsACategoryAndRaisesItsVersion() {
    Category shelf = category("tea", null);

    long first = catalog().put(shelf);
    long second = catalog().put(new Category(shelf.id(), Optional.empty(), "茶"));

    assertThat(first).isEqualTo(1);
    assertThat(second).isEqualTo(2);
    assertThat(catalog().category(shelf.id()))
        .contains(new Category(shelf.id(), Optional.empty(), "茶"));
    assertThat(catalog().category(new CategoryId("TEA"))).isEmpty();
  }

  @Test
  void findsAllCategoriesAboveUpToTheDeepestTree() {
    in(unit -> {
      for (int depth = 1; depth <= Category.MAX_DEPTH; depth++) {
        unit.catalog().put(category("c" + depth, depth == 1 ? null : "c" + (depth - 1)));
      }
      return unit.catalog().put(category("elsewhere", null));
    });

    Map<CategoryId, Category> found =
        catalog().withAncestors(List.of(new CategoryId("c12"), new CategoryId("no-such")));

    assertThat(found).hasSize(Category.MAX_DEPTH);
    assertThat(found.get(new CategoryId("c7"))).isEqualTo(category("c7", "c6"));
  }

  @Test
  void endsWithACircleOfCategories() {
    in(unit -> {
      unit.catalog().put(category("egg", "hen"));
      return unit.catalog().put(category("hen", "egg"));
    });

    assertThat(catalog().withAncestors(Set.of(new CategoryId("egg")))).hasSize(2);
  }

  // products

  @Test
  void readsAProductBackWholeAndInTheOrderOfItsVariants() {
    Product tea = new Product(
        new ProductId("龙井-ü"),
        "Dragon well, \"spring\" 🍵",
        Optional.of(new CategoryId("tea")),
        Optional.of("西湖"),
        Set.of("spring", "gift"),
        List.of(
            new Sku(new SkuId("z"), "the first one", false, true),
            new Sku(new SkuId("a"), "", true, false)));

    List<Long> versions = catalog().put(List.of(tea));

    assertThat(versions).containsExactly(1L);
    assertThat(products("龙井-ü")).containsExactly(Map.entry(tea.id(), tea));
    assertThat(owners("z", "a", "b"))
        .containsOnly(Map.entry(SkuId.of("z"), tea.id()), Map.entry(SkuId.of("a"), tea.id()));
  }

  @Test
  void keepsVariantsThatAProductNoLongerNamesAsInactive() {
    catalog().put(List.of(product("p", "one", "two"), product("q", "three")));

    List<Long> versions = catalog().put(List.of(product("new", "n"), product("p", "two", "four")));

    Sku gone = new Sku(SkuId.of("one"), "one", true, false);
    assertThat(versions).containsExactly(1L, 2L);
    assertThat(theProduct("p").skus())
        .containsExactly(Sku.of("two", "two"), Sku.of("four", "four"), gone);
    assertThat(theProduct("q")).isEqualTo(product("q", "three"));
    assertThat(owners("one")).hasSize(1);
  }

  @Test
  void makesAVariantActiveAgainWhenItIsNamedAgain() {
    catalog().put(List.of(product("p", "one", "two")));
    catalog().put(List.of(product("p", "two")));

    catalog().put(List.of(product("p", "one", "two")));

    assertThat(theProduct("p")).isEqualTo(product("p", "one", "two"));
  }

  @Test
  void tellsIdsApartByCaseAndAccent() {
    catalog()
        .put(List.of(
            product("tea", "s"), product("TEA", "S"), product("teá", "ś"), product("ｔｅａ", "ｓ")));

    assertThat(products("tea", "TEA", "teá", "ｔｅａ")).hasSize(4);
    assertThat(owners("S").get(SkuId.of("S"))).isEqualTo(new ProductId("TEA"));
    assertThat(owners("Ś")).isEmpty();
  }

  @Test
  void putsAThousandProductsAtOnceAndAgain() {
    List<Product> many = IntStream.range(0, 1_000)
        .mapToObj(i -> product("p" + i, "p" + i + "-a", "p" + i + "-b"))
        .toList();

    List<Long> first = catalog().put(many);
    List<Long> second = catalog().put(many);

    assertThat(first).hasSize(1_000).containsOnly(1L);
    assertThat(second).hasSize(1_000).containsOnly(2L);
    List<SkuId> skus =
        IntStream.range(0, 1_000).mapToObj(i -> SkuId.of("p" + i + "-b")).toList();
    assertThat(catalog().owners(skus)).hasSize(1_000);
    assertThat(catalog().products(many.stream().map(Product::id).toList()))
        .hasSize(1_000)
        .containsEntry(many.get(777).id(), many.get(777));
  }

  @Test
  void doesNotMoveAVariantToAnotherProduct() {
    catalog().put(List.of(product("p", "sku-7")));

    assertThatThrownBy(() -> catalog().put(List.of(product("q", "sku-7"))))
        .isInstanceOf(StorageException.class)
        .hasMessageNotContaining("sku-7");

    assertThat(owners("sku-7")).containsValue(new ProductId("p"));
    assertThat(products("q")).isEmpty();
  }

  @Test
  void countsEveryVersionWhenManyPutTheSame() throws Exception {
    List<Long> told = atOnce(
        8,
        n -> retrying(() -> catalog()
            .put(List.of(product("p", "one", "s" + n), product("q", "two")))
            .get(0)));

    assertThat(told).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    assertThat(theProduct("p").skus()).hasSize(9).filteredOn(Sku::active).hasSize(2);
  }

  @Test
  void refusesAProductThatWouldKeepTooManyVariants() {
    catalog().put(List.of(product("p", names("old", Product.MAX_SKUS))));

    assertThatThrownBy(() -> catalog().put(List.of(product("p", "one-more"))))
        .isInstanceOf(InputTooLargeException.class);

    assertThat(owners("one-more")).isEmpty();
  }

  @Test
  void refusesMoreProductsThanOneCallTakes() {
    List<Product> many =
        IntStream.range(0, 1_001).mapToObj(i -> product("p" + i, "s" + i)).toList();

    assertThatThrownBy(() -> catalog().put(many)).isInstanceOf(InputTooLargeException.class);
    assertThatThrownBy(() -> catalog().put(List.of(product("p", "a"), product("p", "b"))))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> catalog().put(List.of(product("p", "a"), product("q", "a"))))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  @DisplayName("R-STO-44 pages go by key, and miss and repeat nothing")
  void listsProductsPageByPage() {
    List<String> ids = List.of("a", "A", "a-b", "aa", "b", "é", "茶", "🍵", "_", "~", "10", "9");
    catalog().put(ids.stream().map(id -> product(id, "s-" + id, "t-" + id)).toList());

    for (int size : new int[] {1, 5, 12, 13}) {
      List<Product> all = pages(size, page -> catalog().list(page));
      assertThat(all).hasSize(ids.size());
      assertThat(all)
          .containsExactlyInAnyOrderElementsOf(
              ids.stream().map(id -> product(id, "s-" + id, "t-" + id)).toList());
    }
    assertThat(catalog().list(Page.Request.first(500).after("🍵")).items()).isEmpty();
  }

  @Test
  @DisplayName("R-STO-45 shops with equal ids do not meet")
  void keepsShopsApart() {
    catalog().put(List.of(product("p", "one")));
    ShopId other = ShopId.of(shop.value().toUpperCase(java.util.Locale.ROOT));

    assertThat(storage.<Map<SkuId, ProductId>>inTransaction(
            other, unit -> unit.catalog().owners(List.of(SkuId.of("one")))))
        .isEmpty();
    storage.inTransaction(other, unit -> unit.catalog().put(List.of(product("q", "one"))));
    assertThat(owners("one")).containsValue(new ProductId("p"));
  }

  // prices

  @Test
  void writesHistoryForPricesThatChangedAndNoOthers() {
    PriceList list = putList("regular", CNY, 0);

    int first = set(list, NOON, entry("a", 100), entry("b", HUGE));
    int same = set(list, NOON.plusSeconds(1), entry("a", 100), entry("b", HUGE));
    int one = set(list, NOON.plusSeconds(2), entry("a", 90), entry("b", HUGE));

    assertThat(List.of(first, same, one)).containsExactly(2, 0, 1);
    assertThat(history(list, "a", 500))
        .containsExactly(
            PricePoint.of(list.id(), 1, Change.SET, entry("a", 100), NOON),
            PricePoint.of(list.id(), 2, Change.SET, entry("a", 90), NOON.plusSeconds(2)));
    assertThat(history(list, "b", 500))
        .containsExactly(PricePoint.of(list.id(), 1, Change.SET, entry("b", HUGE), NOON));
    assertThat(history(list, "a", 1)).extracting(PricePoint::version).containsExactly(2L);
    assertThat(history(list, "A", 500)).isEmpty();
  }

  @Test
  void findsPricesOverAllListsOfOneCurrency() {
    CurrencyCode other = CurrencyCode.declared("CNY", 3);
    PriceList regular = putList("regular", CNY, 0);
    PriceList member = putList("member", CNY, 5);
    PriceList mils = putList("mils", other, 9);
    set(regular, NOON, entry("a", 100), entry("b", 200));
    set(member, NOON, entry("a", 80));
    prices().set(mils.id(), List.of(new PriceEntry(SkuId.of("a"), Money.of(other, 1))), NOON);

    var found =
        prices().prices(CNY, List.of(SkuId.of("a"), SkuId.of("b"), SkuId.of("c"), SkuId.of("A")));

    assertThat(found)
        .containsOnly(
            Map.entry(
                SkuId.of("a"),
                List.of(
                    new ListedPrice(member, entry("a", 80)),
                    new ListedPrice(regular, entry("a", 100)))),
            Map.entry(SkuId.of("b"), List.of(new ListedPrice(regular, entry("b", 200)))));
  }

  @Test
  void setsAndReadsTwoThousandPrices() {
    PriceList list = putList("regular", CNY, 0);
    List<PriceEntry> many =
        IntStream.range(0, 2_000).mapToObj(i -> entry("s" + i, i)).toList();

    int changed = prices().set(list.id(), many, NOON);

    assertThat(changed).isEqualTo(2_000);
    var found = prices().prices(CNY, many.stream().map(PriceEntry::sku).toList());
    assertThat(found).hasSize(2_000);
    assertThat(found.get(SkuId.of("s1234")))
        .containsExactly(new ListedPrice(list, entry("s1234", 1234)));
  }

  @Test
  void readsWhatAQuoteOfManyLinesNeedsByAHandfulOfStatements() {
    PriceList list = putList("regular", CNY, 0);
    List<PriceEntry> many =
        IntStream.range(0, 700).mapToObj(i -> entry("s" + i, i)).toList();
    prices().set(list.id(), many, NOON);
    catalog()
        .put(IntStream.range(0, 700).mapToObj(i -> product("p" + i, "s" + i)).toList());
    List<SkuId> skus = many.stream().map(PriceEntry::sku).toList();
    storage.statements.set(0);

    var owners = catalog().owners(skus);
    var products = catalog().products(owners.values());
    var found = prices().prices(CNY, skus);

    assertThat(products).hasSize(700);
    assertThat(found).hasSize(700);
    assertThat(storage.statements.get()).isEqualTo(6);
  }

  @Test
  void setsPricesByManyAtOnceWithoutAGapInTheHistory() throws Exception {
    PriceList list = putList("regular", CNY, 0);

    atOnce(8, n -> retrying(() -> set(list, NOON, entry("a", n + 1), entry("b" + n, 1))));

    assertThat(history(list, "a", 500))
        .extracting(PricePoint::version)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
  }

  @Test
  void refusesPricesOfAnotherCurrencyAndOfNoList() {
    PriceList list = putList("regular", CurrencyCode.of("JPY"), 0);

    assertThatThrownBy(() -> set(list, NOON, entry("a", 1)))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> prices().set(new PriceListId("none"), List.of(entry("a", 1)), NOON))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void changesThePriorityOfAList() {
    putList("regular", CNY, 0);
    PriceList again = putList("regular", CNY, -7);

    assertThat(prices().list(again.id())).contains(again);
    assertThat(prices().list(new PriceListId("Regular"))).isEmpty();
  }

  // offers

  @Test
  @DisplayName("R-STO-42 a published ruleset is read whole and never changes")
  void publishesRulesetsOneAfterTheOther() {
    assertThat(offers().newest(1)).isEmpty();

    assertThat(publish(ruleset(1, "h1"), List.of(offer("a", 1), offer("b", 1)))).isTrue();
    assertThat(publish(ruleset(2, "h2"), List.of(offer("a", 2), offer("ç", 1)), "b"))
        .isTrue();
    assertThat(publish(ruleset(3, "h3"), List.of(offer("b", 2)))).isTrue();

    assertThat(offers().newest(1)).containsExactly(ruleset(3, "h3"));
    assertThat(offers(1)).containsExactly(offer("a", 1), offer("b", 1));
    assertThat(offers(2)).containsExactly(offer("a", 2), offer("ç", 1));
    assertThat(offers(3)).containsExactly(offer("a", 2), offer("b", 2), offer("ç", 1));
    assertThat(offers(4)).isEmpty();
    assertThat(lastVersion("a")).isEqualTo(2);
    assertThat(lastVersion("A")).isZero();
  }

  @Test
  void refusesARulesetThatIsNotTheNext() {
    publish(ruleset(1, "h1"), List.of(offer("a", 1)));

    assertThat(publish(ruleset(1, "other"), List.of(offer("a", 2)))).isFalse();
    assertThat(publish(ruleset(3, "h3"), List.of(offer("a", 2)))).isFalse();

    assertThat(offers().newest(1)).containsExactly(ruleset(1, "h1"));
    assertThat(offers(1)).containsExactly(offer("a", 1));
    assertThat(lastVersion("a")).isEqualTo(1);
  }

  @Test
  void staysUsableAfterALostPublication() {
    publish(ruleset(1, "h1"), List.of(offer("a", 1)));

    List<OfferRow> seen = in(unit -> {
      boolean published =
          unit.offers().publish(ruleset(1, "h2"), List.of(offer("b", 1)), List.of());
      return published ? List.<OfferRow>of() : unit.offers().offers(1);
    });

    assertThat(seen).containsExactly(offer("a", 1));
  }

  @Test
  void letsOneOfManyPublish() throws Exception {
    List<Boolean> won =
        atOnce(8, n -> retrying(() -> publish(ruleset(1, "h" + n), List.of(offer("o" + n, 1)))));

    assertThat(won).containsOnlyOnce(true);
    int winner = won.indexOf(true);
    assertThat(offers().newest(1)).containsExactly(ruleset(1, "h" + winner));
    assertThat(offers(1)).containsExactly(offer("o" + winner, 1));
  }

  @Test
  void publishesManyLongOffers() {
    String json = "{\"text\":\"" + "促销\uD83C\uDF75\\n'".repeat(3_000) + "\"}";
    List<OfferRow> many = IntStream.range(0, 700)
        .mapToObj(i -> new OfferRow(new OfferId("o%03d".formatted(i)), 1, i == 500 ? json : "{}"))
        .toList();

    assertThat(publish(ruleset(1, "h1"), many)).isTrue();
    assertThat(publish(ruleset(2, "h2"), List.of())).isTrue();

    assertThat(offers(2)).isEqualTo(many);
  }

  // external references

  @Test
  @DisplayName("R-STO-36 an external reference belongs to the first order that claims it")
  void givesAReferenceToTheFirstOrder() {
    ExternalRef ref = new ExternalRef("taobao", "№-12a");

    assertThat(claim(ref, "first")).isEqualTo(new OrderId("first"));
    assertThat(claim(ref, "second")).isEqualTo(new OrderId("first"));
    assertThat(claim(ref, "first")).isEqualTo(new OrderId("first"));
    assertThat(claim(new ExternalRef("taobao", "№-12A"), "third")).isEqualTo(new OrderId("third"));
    assertThat(orders().find(ref)).contains(new OrderId("first"));
    assertThat(orders().find(new ExternalRef("Taobao", "№-12a"))).isEmpty();
  }

  @Test
  @DisplayName("R-STO-36 of many claims at once all are told the same order")
  void givesAReferenceToOneOfMany() throws Exception {
    for (int round = 0; round < 5; round++) {
      ExternalRef ref = new ExternalRef("erp", "r" + round);
      List<OrderId> told = atOnce(8, n -> retrying(() -> claim(ref, "o" + n)));

      assertThat(new HashSet<>(told)).hasSize(1);
      assertThat(orders().find(ref)).contains(told.get(0));
    }
  }

  // orders

  @Test
  void readsAnOrderBackWithItsPieces() {
    OrderRow row = order("o1", 1, "ann", piece(1, "a", 0), piece(2, "b", HUGE));

    insert(row);

    assertThat(row("o1")).contains(row);
    assertThat(row("O1")).isEmpty();
    OrderRow nobody = order("o2", 1, null, piece(1, "a", 0));
    insert(nobody);
    assertThat(row("o2")).contains(nobody);
  }

  @Test
  void updatesAnOrderOfTheExpectedVersionOnly() {
    insert(order("o1", 1, "ann", piece(1, "a", 0), piece(2, "b", 0)));
    OrderRow next = order("o1", 4, "ann", piece(1, "a", 3), piece(2, "b", 0));
    OrderRow late = order("o1", 9, "ann", piece(1, "a", 5), piece(2, "b", 5));

    assertThat(orders().update(next, 1)).isTrue();
    assertThat(orders().update(late, 1)).isFalse();
    assertThat(orders().update(order("none", 2, "ann", piece(1, "a", 0)), 1)).isFalse();

    assertThat(row("o1")).contains(next);
  }

  @Test
  void leavesPiecesThatAnUpdateDoesNotName() {
    insert(order("o1", 1, "ann", piece(1, "a", 0), piece(2, "b", 0)));

    assertThat(orders().update(order("o1", 2, "ann", piece(2, "b", 3)), 1)).isTrue();
    assertThat(orders().update(order("o1", 3, "ann"), 2)).isTrue();

    assertThat(row("o1")).contains(order("o1", 3, "ann", piece(1, "a", 0), piece(2, "b", 3)));
  }

  @Test
  void letsOneOfManyUpdate() throws Exception {
    insert(order("o1", 1, "ann", piece(1, "a", 0)));

    List<Boolean> won = atOnce(
        8, n -> retrying(() -> orders().update(order("o1", 2, "ann", piece(1, "a", n + 1)), 1)));

    assertThat(won).containsOnlyOnce(true);
    assertThat(row("o1").orElseThrow().pieces().get(0).delivered())
        .isEqualTo(won.indexOf(true) + 1);
  }

  @Test
  void writesAnOrderOfTwoThousandPieces() {
    PieceRow[] many = IntStream.rangeClosed(1, 2_000)
        .mapToObj(i -> piece(i, "s" + i, 0))
        .toArray(PieceRow[]::new);
    PieceRow[] after = Stream.of(many)
        .map(each -> piece(each.number(), each.sku().value(), each.number()))
        .toArray(PieceRow[]::new);

    insert(order("o1", 1, "ann", many));
    boolean updated = orders().update(order("o1", 2, "ann", after), 1);

    assertThat(updated).isTrue();
    assertThat(row("o1")).contains(order("o1", 2, "ann", after));
  }

  @Test
  @DisplayName("R-STO-44 orders are listed by number, and none is missed or repeated")
  void listsOrdersPageByPage() {
    List<OrderRow> all = IntStream.range(0, 23)
        .mapToObj(i -> order("o%02d".formatted(i), 1, "ann", piece(1, "a", 0), piece(2, "b", i)))
        .toList();
    in(unit -> {
      all.forEach(unit.orders()::insert);
      return true;
    });

    for (int size : new int[] {1, 7, 23, 24}) {
      assertThat(pages(size, page -> orders().list(page))).isEqualTo(all);
    }
  }

  @Test
  void findsDeliveredPiecesOfOneBuyerAndSku() {
    insert(order("o1", 1, "ann", piece(1, "a", 0), piece(2, "b", 4)));
    insert(order("o2", 1, "ann", piece(1, "a", 2), piece(2, "b", 1), piece(3, "a", 1)));
    insert(order("o3", 1, "Ann", piece(1, "a", 2)));
    insert(order("o4", 1, "ann", piece(1, "a", 5), piece(2, "A", 5)));

    assertThat(delivered("ann", "a", 9))
        .containsExactly(
            order("o2", 1, "ann", piece(1, "a", 2), piece(3, "a", 1)),
            order("o4", 1, "ann", piece(1, "a", 5)));
    assertThat(delivered("ann", "a", 1)).containsExactly(order("o2", 1, "ann", piece(1, "a", 2)));
    assertThat(delivered("ann", "c", 9)).isEmpty();
  }

  // payments

  @Test
  void putsAPaymentAndFindsThoseWithSomethingToDo() {
    Payment first = payment("p1", Payment.State.UNKNOWN, 0, 1);
    Payment second = payment("p2", Payment.State.CAPTURED, HUGE, 1);
    in(unit -> {
      unit.orders().put(first, true);
      unit.orders().put(second, true);
      return true;
    });
    Payment after = payment("p2", Payment.State.CAPTURED, HUGE, 2);

    orders().put(after, false);

    assertThat(orders().payment(first.id())).contains(first);
    assertThat(orders().payment(after.id())).contains(after);
    assertThat(orders().payment(new PaymentId("P1"))).isEmpty();
    assertThat(orders().paymentsToDo(9)).containsExactly(first.id());
    assertThat(orders().paymentsToDo(0)).isEmpty();
  }

  // given

  private Category category(String id, @Nullable String parent) {
    return new Category(
        new CategoryId(id), Optional.ofNullable(parent).map(CategoryId::new), "shelf " + id);
  }

  private static Product product(String id, String... skus) {
    return Product.of(
        id, "product " + id, Stream.of(skus).map(sku -> Sku.of(sku, sku)).toArray(Sku[]::new));
  }

  private static String[] names(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toArray(String[]::new);
  }

  private PriceList putList(String id, CurrencyCode currency, int priority) {
    PriceList list = PriceList.regular(id, currency).withPriority(priority);
    in(unit -> {
      unit.prices().put(list, NOON);
      return true;
    });
    return list;
  }

  private static PriceEntry entry(String sku, long minor) {
    return new PriceEntry(SkuId.of(sku), Money.of(CNY, minor));
  }

  private static OfferRow offer(String id, int version) {
    return new OfferRow(new OfferId(id), version, "{\"id\":\"" + id + "\",\"v\":" + version + "}");
  }

  private static RulesetRow ruleset(long version, String hash) {
    return new RulesetRow(version, hash, NOON, NOON, "STAFF:ann", "because", "{}", "{}");
  }

  private static OrderRow order(
      String id, long version, @Nullable String buyer, PieceRow... pieces) {
    return new OrderRow(
        new OrderId(id),
        "0001772366400123456-" + id,
        version,
        Optional.ofNullable(buyer).map(MemberId::of),
        "CNY",
        2,
        NOON,
        "PAID",
        HUGE,
        version,
        List.of(pieces));
  }

  private static PieceRow piece(int number, String sku, long delivered) {
    return new PieceRow(
        number, SkuId.of(sku), HUGE, HUGE - number, number, delivered, delivered, 0, delivered / 2);
  }

  private static Payment payment(String id, Payment.State state, long captured, long version) {
    return new Payment(
        new PaymentId(id),
        "alipay",
        state,
        Money.of(CNY, HUGE),
        Money.of(CNY, captured),
        Money.of(CNY, captured / 2),
        Money.of(CNY, captured / 4),
        version == 1 ? Optional.empty() : Optional.of("group-1"),
        version);
  }

  // when

  private <T> T in(Function<UnitOfWork, T> work) {
    return storage.inTransaction(shop, work);
  }

  private CatalogStore catalog() {
    return eachInItsUnit(CatalogStore.class, UnitOfWork::catalog);
  }

  private PriceStore prices() {
    return eachInItsUnit(PriceStore.class, UnitOfWork::prices);
  }

  private OfferStore offers() {
    return eachInItsUnit(OfferStore.class, UnitOfWork::offers);
  }

  private OrderRows orders() {
    return eachInItsUnit(OrderRows.class, UnitOfWork::orders);
  }

  /** A store each of whose calls is a unit of its own. */
  private <S> S eachInItsUnit(Class<S> type, Function<UnitOfWork, S> store) {
    InvocationHandler handler = (proxy, method, arguments) -> storage
        .inTransaction(shop, unit -> {
          try {
            return Optional.ofNullable(method.invoke(store.apply(unit), arguments));
          } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
          } catch (IllegalAccessException e) {
            throw new LinkageError(method.getName(), e);
          }
        })
        .orElse(null);
    return type.cast(
        Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, handler));
  }

  private Map<ProductId, Product> products(String... ids) {
    Collection<ProductId> asked = Stream.of(ids).map(ProductId::new).toList();
    return catalog().products(asked);
  }

  private Product theProduct(String id) {
    return Objects.requireNonNull(products(id).get(new ProductId(id)));
  }

  private Map<SkuId, ProductId> owners(String... skus) {
    return catalog().owners(Stream.of(skus).map(SkuId::of).toList());
  }

  private int set(PriceList list, Instant at, PriceEntry... entries) {
    return prices().set(list.id(), List.of(entries), at);
  }

  private List<PricePoint> history(PriceList list, String sku, int limit) {
    return prices().history(list.id(), SkuId.of(sku), limit);
  }

  private boolean publish(RulesetRow ruleset, List<OfferRow> added, String... retired) {
    List<OfferId> out = Stream.of(retired).map(OfferId::new).toList();
    return offers().publish(ruleset, added, out);
  }

  private List<OfferRow> offers(long ruleset) {
    return offers().offers(ruleset);
  }

  private int lastVersion(String offer) {
    return offers().lastVersion(new OfferId(offer));
  }

  private OrderId claim(ExternalRef ref, String order) {
    return orders().claim(ref, new OrderId(order));
  }

  private void insert(OrderRow row) {
    in(unit -> {
      unit.orders().insert(row);
      return true;
    });
  }

  private Optional<OrderRow> row(String id) {
    return orders().row(new OrderId(id));
  }

  private List<OrderRow> delivered(String buyer, String sku, int limit) {
    return orders().delivered(MemberId.of(buyer), SkuId.of(sku), limit);
  }

  static <T> List<T> pages(int size, Function<Page.Request, Page<T>> read) {
    List<T> all = new ArrayList<>();
    Page<T> page = read.apply(Page.Request.first(size));
    all.addAll(page.items());
    while (page.next().isPresent()) {
      assertThat(page.items()).hasSize(size);
      page = read.apply(Page.Request.first(size).after(page.next().get()));
      all.addAll(page.items());
    }
    return all;
  }

  private static <T> T retrying(Callable<T> call) throws Exception {
    for (int tries = 1; ; tries++) {
      try {
        return call.call();
      } catch (StorageException e) {
        if (e.failure() != StorageException.Failure.RETRYABLE || tries == 20) {
          throw e;
        }
      }
    }
  }

  private interface Numbered<T> {
    T call(int number) throws Exception;
  }

  private static <T> List<T> atOnce(int threads, Numbered<T> call) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<T>> calls = IntStream.range(0, threads)
          .<Callable<T>>mapToObj(n -> () -> call.call(n))
          .toList();
      List<T> answers = new ArrayList<>();
      for (Future<T> each : pool.invokeAll(calls)) {
        answers.add(each.get());
      }
      return answers;
    } finally {
      pool.shutdownNow();
    }
  }
}
