package dev.akinai.jdbc.store;

import dev.akinai.quota.Cell;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.LockPlan;
import dev.akinai.quota.ShortCell;
import dev.akinai.spi.Cells;
import java.util.Collection;
import java.util.List;

/** X */
final class JdbcCells implements Cells {

  private final StoreScope scope;

  JdbcCells(StoreScope scope) {
    this.scope = scope;
  }

  private UnsupportedOperationException missing() {
    return new UnsupportedOperationException(scope.shop());
  }

  @Override
  public List<ShortCell> take(LockPlan plan, String entryPrefix) {
    throw missing();
  }

  @Override
  public void post(LockPlan plan, String entryPrefix) {
    throw missing();
  }

  @Override
  public List<Cell> read(Collection<CellKey> keys) {
    throw missing();
  }
}
