package dev.akinai.core.price;

import dev.akinai.base.CallContext;
import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Outcome;
import dev.akinai.base.Refusal;
import dev.akinai.base.ShopId;
import dev.akinai.catalog.SkuId;
import dev.akinai.core.base.Commands;
import dev.akinai.core.base.RefusedInside;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceHistory;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceListId;
import dev.akinai.price.PricePoint;
import dev.akinai.price.PricePolicy;
import dev.akinai.price.PriceRefusal;
import dev.akinai.price.PriceView;
import dev.akinai.price.Prices;
import dev.akinai.price.ReferencePolicy;
import dev.akinai.price.ReferencePrice;
import dev.akinai.spi.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The prices on a storage. Thread-safe. */
public final class PriceService implements Prices {

  private static final int MAX_HISTORY = 500;

  private final Commands commands;
  private final PricePolicy policy;

  /** Prices whose commands run on a storage; the policy is that of quotes. */
  public PriceService(Commands commands, PricePolicy policy) {
    this.commands = commands;
    this.policy = policy;
  }

  @Override
  public Outcome<PriceList> put(PriceList list, CallContext call) {
    var command =
        new Commands.Command("price.list", call, List.of(list), list.id().value());
    return commands.run(command, unit -> put(unit, list), (unit, id) -> list);
  }

  @Override
  public Outcome<Integer> set(PriceListId list, List<PriceEntry> entries, CallContext call) {
    requireSound(entries, entries.stream().map(PriceEntry::key));
    return change("price.set", list, entries, call, (unit, known) -> {
      RefusedInside.ifAny(reasons(known, entries));
      return unit.prices().set(list, entries, commands.door().now());
    });
  }

  @Override
  public Outcome<Integer> remove(PriceListId list, List<PriceEntry.Key> keys, CallContext call) {
    requireSound(keys, keys.stream());
    return change(
        "price.remove",
        list,
        keys,
        call,
        (unit, known) -> unit.prices().remove(list, keys, commands.door().now()));
  }

  @Override
  public Optional<PriceList> find(ShopId shop, PriceListId list) {
    return commands.inUnit(shop, unit -> unit.prices().list(list));
  }

  @Override
  public List<PricePoint> history(ShopId shop, PriceListId list, SkuId sku) {
    return commands.inUnit(shop, unit -> unit.prices().history(list, sku, MAX_HISTORY));
  }

  @Override
  public PriceHistory history(ShopId shop, PriceView view, Instant at) {
    return commands.inUnit(
        shop,
        unit ->
            PublicPrices.history(unit.prices().log(view.currency(), view.sku()), view, policy, at));
  }

  @Override
  public Optional<ReferencePrice> reference(
      ShopId shop, PriceView view, Instant at, ReferencePolicy rule) {
    return References.of(history(shop, view, at), rule);
  }

  private PriceList put(UnitOfWork unit, PriceList list) {
    unit.prices().list(list.id()).ifPresent(known -> RefusedInside.ifAny(reasons(known, list)));
    unit.prices().put(list, commands.door().now());
    return list;
  }

  private Outcome<Integer> change(
      String kind,
      PriceListId list,
      List<?> content,
      CallContext call,
      BiFunction<UnitOfWork, PriceList, Integer> work) {
    // what changed is not known before the work; a replay is told how many prices were named
    var command =
        new Commands.Command(kind, call, List.of(list, content), Integer.toString(content.size()));
    return commands.run(
        command,
        unit -> work.apply(unit, known(unit, list)),
        (unit, count) -> Integer.valueOf(count));
  }

  private static PriceList known(UnitOfWork unit, PriceListId id) {
    return unit.prices()
        .list(id)
        .orElseThrow(() -> RefusedInside.because(new PriceRefusal.UnknownList(id)));
  }

  private static List<Refusal> reasons(PriceList known, PriceList list) {
    return Stream.<Optional<Refusal>>of(
            known.currency().equals(list.currency())
                ? Optional.empty()
                : Optional.of(new PriceRefusal.OtherCurrency(known.currency(), list.currency())),
            known.kind() == list.kind()
                ? Optional.empty()
                : Optional.of(new PriceRefusal.OtherKind(list.id(), known.kind(), list.kind())))
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<Refusal> reasons(PriceList list, List<PriceEntry> entries) {
    Stream<Refusal> currencies = entries.stream()
        .map(each -> each.price().currency())
        .filter(each -> !each.equals(list.currency()))
        .distinct()
        .map(each -> new PriceRefusal.OtherCurrency(list.currency(), each));
    Stream<Refusal> limits = entries.stream()
        .filter(each -> each.isLimited() && !list.kind().isOverride())
        .map(each -> new PriceRefusal.LimitedBase(list.id(), each.sku()));
    return Stream.concat(currencies, limits).toList();
  }

  private static void requireSound(List<?> all, Stream<PriceEntry.Key> keys) {
    if (all.size() > MAX_ENTRIES) {
      throw new InputTooLargeException("prices", MAX_ENTRIES, all.size());
    }
    if (all.isEmpty() || keys.distinct().count() < all.size()) {
      throw new InvalidInputException(
          "The prices (%d) must be at least one, each of another SKU, least quantity or start. Maybe the same code stands in two rows."
              .formatted(all.size()));
    }
  }
}
