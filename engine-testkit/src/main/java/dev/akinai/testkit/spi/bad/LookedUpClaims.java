package dev.akinai.testkit.spi.bad;

import dev.akinai.base.ShopId;
import dev.akinai.spi.Operations;
import dev.akinai.spi.Storage;
import dev.akinai.spi.UnitOfWork;
import dev.akinai.testkit.spi.ForwardingStorage;
import dev.akinai.testkit.spi.ForwardingUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** K7: a key is looked up when the unit begins and inserted when it ends; two units at once both find nothing. */
final class LookedUpClaims extends ForwardingStorage {

  private static final Duration MOMENT = Duration.ofMillis(2);

  private final Map<List<String>, Operations.Claim> kept = new ConcurrentHashMap<>();

  LookedUpClaims(Storage inner) {
    super(inner);
  }

  @Override
  public <T> T inTransaction(ShopId shop, Function<UnitOfWork, T> work) {
    var known = new HashMap<>(kept);
    LockSupport.parkNanos(MOMENT.toNanos());
    var mine = new HashMap<List<String>, Operations.Claim>();
    T result = inner()
        .inTransaction(
            shop,
            unit -> work.apply(new ForwardingUnit(unit) {
              @Override
              public Operations operations() {
                return new LookUp(inner().operations(), shop, known, mine);
              }
            }));
    kept.putAll(mine);
    return result;
  }

  private record LookUp(
      Operations inner,
      ShopId shop,
      Map<List<String>, Operations.Claim> known,
      Map<List<String>, Operations.Claim> mine)
      implements Operations {

    @Override
    public Answer claim(Claim claim) {
      List<String> key = List.of(shop.value(), claim.kind(), claim.key());
      Claim first = known.get(key);
      if (first == null) {
        known.put(key, claim);
        mine.put(key, claim);
        return new Answer(Answer.Status.NEW, claim.result());
      }
      return new Answer(
          first.hash().equals(claim.hash()) ? Answer.Status.REPLAYED : Answer.Status.REUSED,
          first.result());
    }

    @Override
    public int purge(Instant olderThan, int limit) {
      return inner.purge(olderThan, limit);
    }
  }
}
