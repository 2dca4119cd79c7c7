package dev.akinai.jdbc.store;

import dev.akinai.catalog.SkuId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceListId;
import dev.akinai.price.PricePoint;
import dev.akinai.spi.PriceStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Price lists, prices and their history in tables. For one thread. */
final class JdbcPriceStore implements PriceStore {

  private final StoreScope scope;

  JdbcPriceStore(StoreScope scope) {
    this.scope = scope;
  }

  private UnsupportedOperationException missing() {
    return new UnsupportedOperationException(scope.shop());
  }

  @Override
  public void put(PriceList list) {
    throw missing();
  }

  @Override
  public Optional<PriceList> list(PriceListId id) {
    throw missing();
  }

  @Override
  public int set(PriceListId list, List<PriceEntry> entries, Instant at) {
    throw missing();
  }

  @Override
  public Map<SkuId, Map<PriceList, PriceEntry>> prices(CurrencyCode currency, Collection<SkuId> skus) {
    throw missing();
  }

  @Override
  public List<PricePoint> history(PriceListId list, SkuId sku, int limit) {
    throw missing();
  }
}
