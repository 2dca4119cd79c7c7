package dev.akinai.core.price;

import dev.akinai.base.CallContext;
import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Outcome;
import dev.akinai.base.ShopId;
import dev.akinai.catalog.SkuId;
import dev.akinai.core.base.Commands;
import dev.akinai.core.base.RefusedInside;
import dev.akinai.money.CurrencyCode;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceListId;
import dev.akinai.price.PricePoint;
import dev.akinai.price.PriceRefusal;
import dev.akinai.price.Prices;
import dev.akinai.spi.UnitOfWork;
import java.util.List;

/** The prices on a storage. Thread-safe. */
public final class PriceService implements Prices {

  private static final int MAX_HISTORY = 500;

  private final Commands commands;

  /** Prices whose commands run on a storage. */
  public PriceService(Commands commands) {
    this.commands = commands;
  }

  @Override
  public Outcome<PriceList> put(PriceList list, CallContext call) {
    var command =
        new Commands.Command("price.list", call, List.of(list), list.id().value());
    return commands.run(command, unit -> put(unit, list), (unit, id) -> list);
  }

  @Override
  public Outcome<Integer> set(PriceListId list, List<PriceEntry> entries, CallContext call) {
    requireSound(entries);
    // what changed is not known before the work; a replay is told how many prices were named
    var command = new Commands.Command(
        "price.set", call, List.of(list, entries), Integer.toString(entries.size()));
    return commands.run(
        command, unit -> set(unit, list, entries), (unit, count) -> Integer.valueOf(count));
  }

  @Override
  public List<PricePoint> history(ShopId shop, PriceListId list, SkuId sku) {
    return commands.inUnit(shop, unit -> unit.prices().history(list, sku, MAX_HISTORY));
  }

  private static PriceList put(UnitOfWork unit, PriceList list) {
    unit.prices()
        .list(list.id())
        .ifPresent(known -> requireSame(known.currency(), list.currency()));
    unit.prices().put(list);
    return list;
  }

  private Integer set(UnitOfWork unit, PriceListId id, List<PriceEntry> entries) {
    PriceList list = unit.prices()
        .list(id)
        .orElseThrow(() -> RefusedInside.because(new PriceRefusal.UnknownList(id)));
    entries.forEach(entry -> requireSame(list.currency(), entry.price().currency()));
    return unit.prices().set(id, entries, commands.door().now());
  }

  private static void requireSame(CurrencyCode list, CurrencyCode price) {
    if (!list.equals(price)) {
      throw RefusedInside.because(new PriceRefusal.OtherCurrency(list, price));
    }
  }

  private static void requireSound(List<PriceEntry> entries) {
    if (entries.size() > MAX_ENTRIES) {
      throw new InputTooLargeException("prices", MAX_ENTRIES, entries.size());
    }
    if (entries.isEmpty()
        || entries.stream().map(PriceEntry::sku).distinct().count() < entries.size()) {
      throw new InvalidInputException(
          "The prices (%d) must name at least one SKU, and each once. Maybe the same code stands in two rows."
              .formatted(entries.size()));
    }
  }
}
