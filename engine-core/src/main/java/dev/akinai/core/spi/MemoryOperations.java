package dev.akinai.core.spi;

import dev.akinai.base.Text;
import dev.akinai.spi.Operations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Claims of request keys, in memory. */
final class MemoryOperations implements Operations {

  private record Row(Claim claim, Instant at) {}

  private final Table<Row> claims;
  private final Supplier<Instant> now;

  MemoryOperations(UnitLog log, Supplier<Instant> now) {
    this.claims = new Table<>(log);
    this.now = now;
  }

  @Override
  public Answer claim(Claim claim) {
    requireSizes(claim);
    Optional<Row> first = claims.find(key(claim));
    if (first.isEmpty()) {
      claims.put(key(claim), new Row(claim, now.get()));
      return new Answer(Answer.Status.NEW, claim.result());
    }
    Claim before = first.get().claim();
    boolean same = before.hash().equals(claim.hash());
    return new Answer(same ? Answer.Status.REPLAYED : Answer.Status.REUSED, before.result());
  }

  @Override
  public int purge(Instant olderThan, int limit) {
    List<Row> old = claims
        .all()
        .filter(row -> row.at().isBefore(olderThan))
        .limit(Math.max(0, limit))
        .toList();
    old.forEach(row -> claims.remove(key(row.claim())));
    return old.size();
  }

  private static void requireSizes(Claim claim) {
    Text.requireVisible("kind", claim.kind(), 32);
    Keys.requireLength("key", 160, claim.key());
    Keys.requireLength("attempt", 64, claim.attempt());
    Keys.requireSize("result", 500, claim.result().length());
  }

  private static String key(Claim claim) {
    return Keys.of(claim.kind(), claim.key());
  }
}
