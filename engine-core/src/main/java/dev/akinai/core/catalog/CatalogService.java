package dev.akinai.core.catalog;

import dev.akinai.base.CallContext;
import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Outcome;
import dev.akinai.base.Page;
import dev.akinai.base.Refusal;
import dev.akinai.base.ShopId;
import dev.akinai.catalog.Catalog;
import dev.akinai.catalog.CatalogItem;
import dev.akinai.catalog.CatalogRefusal;
import dev.akinai.catalog.Category;
import dev.akinai.catalog.CategoryId;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.ProductId;
import dev.akinai.catalog.SkuId;
import dev.akinai.core.base.Commands;
import dev.akinai.core.base.RefusedInside;
import dev.akinai.core.event.Recorder;
import dev.akinai.event.StreamId;
import dev.akinai.spi.UnitOfWork;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The catalog on a storage. Thread-safe. */
public final class CatalogService implements Catalog {

  private static final int MAX_LOOK_UP = 2_000;

  private final Commands commands;
  private final Recorder recorder;

  /** A catalog whose commands run on a storage. */
  public CatalogService(Commands commands, Recorder recorder) {
    this.commands = commands;
    this.recorder = recorder;
  }

  @Override
  public Outcome<Category> put(Category category, CallContext call) {
    var command = new Commands.Command(
        "catalog.category", call, List.of(category), category.id().value());
    return commands.run(command, unit -> put(unit, category), (unit, id) -> category);
  }

  @Override
  public Outcome<Integer> publish(List<Product> products, CallContext call) {
    requireSize("products", products.size(), MAX_PRODUCTS);
    requireDistinct(products);
    var command =
        new Commands.Command("catalog.publish", call, products, Integer.toString(products.size()));
    return commands.run(
        command, unit -> publish(unit, products), (unit, count) -> Integer.valueOf(count));
  }

  @Override
  public Map<SkuId, CatalogItem> find(ShopId shop, Collection<SkuId> skus) {
    requireSize("SKUs", skus.size(), MAX_LOOK_UP);
    return commands.inUnit(shop, unit -> CatalogReader.items(unit, skus));
  }

  @Override
  public Optional<Product> findProduct(ShopId shop, ProductId product) {
    return commands.inUnit(
        shop,
        unit -> Optional.ofNullable(unit.catalog().products(List.of(product)).get(product)));
  }

  @Override
  public Page<Product> list(ShopId shop, Page.Request page) {
    return commands.inUnit(shop, unit -> unit.catalog().list(page));
  }

  private Category put(UnitOfWork unit, Category category) {
    category.parent().ifPresent(parent -> requireSoundParent(unit, category.id(), parent));
    long version = unit.catalog().put(category);
    recorder.tell(
        unit,
        new StreamId("category", category.id().value()),
        version,
        "CategoryChanged",
        category);
    return category;
  }

  private static void requireSoundParent(UnitOfWork unit, CategoryId id, CategoryId parent) {
    Map<CategoryId, Category> above = unit.catalog().withAncestors(List.of(parent));
    if (!above.containsKey(parent)) {
      throw RefusedInside.because(new CatalogRefusal.UnknownCategory(parent));
    }
    if (above.containsKey(id) || above.size() >= Category.MAX_DEPTH) {
      throw RefusedInside.because(new CatalogRefusal.CategoryTooDeep(id));
    }
  }

  private Integer publish(UnitOfWork unit, List<Product> products) {
    var reasons = new ArrayList<Refusal>(unknownCategories(unit, products));
    reasons.addAll(takenSkus(unit, products));
    RefusedInside.ifAny(reasons);
    List<Long> versions = unit.catalog().put(products);
    var told = new ArrayList<Recorder.Told>();
    for (Product product : products) {
      told.add(new Recorder.Told(
          new StreamId("product", product.id().value()),
          versions.get(told.size()),
          "ProductPublished",
          ProductFact.of(product)));
    }
    recorder.tellAll(unit, told);
    return products.size();
  }

  private static List<CatalogRefusal> unknownCategories(UnitOfWork unit, List<Product> products) {
    Set<CategoryId> named = new HashSet<>();
    products.forEach(product -> product.category().ifPresent(named::add));
    Set<CategoryId> known = unit.catalog().withAncestors(named).keySet();
    return named.stream()
        .filter(id -> !known.contains(id))
        .<CatalogRefusal>map(CatalogRefusal.UnknownCategory::new)
        .toList();
  }

  private static List<CatalogRefusal> takenSkus(UnitOfWork unit, List<Product> products) {
    Map<SkuId, ProductId> wanted = new HashMap<>();
    products.forEach(product -> product.skus().forEach(sku -> wanted.put(sku.id(), product.id())));
    var refusals = new ArrayList<CatalogRefusal>();
    for (var chunk :
        com.google.common.collect.Lists.partition(new ArrayList<>(wanted.keySet()), MAX_LOOK_UP)) {
      unit.catalog().owners(chunk).forEach((sku, owner) -> {
        if (!owner.equals(wanted.get(sku))) {
          refusals.add(new CatalogRefusal.SkuTaken(sku, owner));
        }
      });
    }
    return refusals;
  }

  private static void requireDistinct(List<Product> products) {
    var ids = new HashSet<ProductId>();
    var skus = new HashSet<SkuId>();
    for (Product product : products) {
      if (!ids.add(product.id()) || !product.skus().stream().allMatch(sku -> skus.add(sku.id()))) {
        throw new InvalidInputException(
            "The products must name each product and SKU once, but %s or one of its SKUs comes twice. Maybe publish it in a call of its own."
                .formatted(product.id()));
      }
    }
  }

  private static void requireSize(String field, int size, int max) {
    if (size > max) {
      throw new InputTooLargeException(field, max, size);
    }
    if (size == 0) {
      throw new InvalidInputException(
          "The " + field + " ([]) must name at least one. Maybe there is nothing to do.");
    }
  }
}
