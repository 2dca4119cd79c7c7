package dev.akinai.testkit.spi.bad;

import dev.akinai.spi.Operations;
import dev.akinai.spi.Storage;
import dev.akinai.spi.UnitOfWork;
import dev.akinai.testkit.spi.ForwardingStorage;
import dev.akinai.testkit.spi.ForwardingUnit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** K8: claims stay although their unit was undone. */
final class RememberedClaims extends ForwardingStorage {

  private final Map<List<String>, Operations.Claim> claims = new ConcurrentHashMap<>();

  RememberedClaims(Storage inner) {
    super(inner);
  }

  @Override
  protected UnitOfWork unit(UnitOfWork unit) {
    return new ForwardingUnit(unit) {
      @Override
      public Operations operations() {
        return new Remembered(inner().operations(), unit.shop().value());
      }
    };
  }

  private final class Remembered implements Operations {

    private final Operations inner;
    private final String shop;

    Remembered(Operations inner, String shop) {
      this.inner = inner;
      this.shop = shop;
    }

    @Override
    public Answer claim(Claim claim) {
      Claim first = claims.putIfAbsent(List.of(shop, claim.kind(), claim.key()), claim);
      if (first == null) {
        return inner.claim(claim);
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
