package dev.akinai.core.stock;

import dev.akinai.base.Refusal;
import dev.akinai.catalog.SkuId;
import dev.akinai.location.LocationId;
import dev.akinai.quota.CellClass;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.ShortCell;
import dev.akinai.stock.HoldRefusal;
import java.util.Comparator;
import java.util.List;

/** Names the cells of goods, and turns short cells into reasons. Stateless. */
public final class StockCells {

  private StockCells() {}

  /** The cell of a SKU at a place. */
  public static CellKey at(LocationId location, SkuId sku) {
    return CellKey.of(CellClass.WAREHOUSE, "wh:" + location, sku.value());
  }

  /** Why a hold is refused, goods first. */
  public static List<Refusal> reasons(List<ShortCell> missing) {
    return missing.stream()
        .sorted(
            Comparator.comparingInt((ShortCell cell) -> precedence(cell.cell().cls()))
                .thenComparing(ShortCell::cell))
        .map(StockCells::reason)
        .toList();
  }

  private static int precedence(CellClass cls) {
    return switch (cls) {
      case WAREHOUSE, SELLABLE -> 0;
      case WAVE, CHANNEL, FLASH -> 1;
      case BUYER -> 2;
      case PROMOTION, CODE -> 3;
    };
  }

  private static Refusal reason(ShortCell missing) {
    CellKey cell = missing.cell();
    return switch (precedence(cell.cls())) {
      case 0 -> new HoldRefusal.OutOfStock(new SkuId(cell.item()), missing.asked(), missing.free());
      case 1 -> new HoldRefusal.AllotmentShort(cell.toString(), missing.asked(), missing.free());
      case 2 -> new HoldRefusal.BuyerLimit(cell.pool(), missing.asked(), missing.free());
      default -> new HoldRefusal.TotalLimit(cell.pool(), missing.asked(), missing.free());
    };
  }
}
