package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_OP;

import dev.akinai.base.Text;
import dev.akinai.jdbc.generated.tables.records.AkOpRecord;
import dev.akinai.spi.Operations;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;

/** Claims of request keys: inserted, never looked up first, so that the unique key decides. For one thread. */
final class JdbcOperations implements Operations {

  private final StoreScope scope;

  JdbcOperations(StoreScope scope) {
    this.scope = scope;
  }

  @Override
  public Answer claim(Claim claim) {
    requireShort(claim);
    if (isNew(claim)) {
      return new Answer(Answer.Status.NEW, claim.result());
    }
    return answer(claim, first(claim));
  }

  private boolean isNew(Claim claim) {
    Inserts<AkOpRecord> inserts = scope.stamped(AK_OP, AK_OP.CREATED_AT);
    if (scope.dialect() != Dialect.MARIADB) {
      return inserts.once(row(claim));
    }
    inserts.absent(List.of(row(claim)));
    return first(claim).getAttempt().equals(claim.attempt());
  }

  /** A locking read: in a host's snapshot a plain one may miss what another has just committed. */
  private AkOpRecord first(Claim claim) {
    return StoreScope.newest(
        scope.dsl().selectFrom(AK_OP).where(key(claim)).forUpdate().fetchOne());
  }

  private static Answer answer(Claim claim, AkOpRecord first) {
    boolean same = first.getReqHash().equals(claim.hash());
    return new Answer(same ? Answer.Status.REPLAYED : Answer.Status.REUSED, first.getResultRef());
  }

  @Override
  public int purge(Instant olderThan, int limit) {
    return scope
        .dsl()
        .deleteFrom(AK_OP)
        .where(AK_OP.SHOP.eq(scope.shop()))
        .and(AK_OP.CREATED_AT.lt(olderThan))
        .orderBy(AK_OP.CREATED_AT)
        .limit(limit)
        .execute();
  }

  private Condition key(Claim claim) {
    return AK_OP
        .SHOP
        .eq(scope.shop())
        .and(AK_OP.KIND.eq(claim.kind()))
        .and(AK_OP.OP_KEY.eq(claim.key()));
  }

  private AkOpRecord row(Claim claim) {
    var row = new AkOpRecord();
    row.setShop(scope.shop());
    row.setKind(claim.kind());
    row.setOpKey(claim.key());
    row.setAttempt(claim.attempt());
    row.setReqHash(claim.hash());
    row.setResultRef(claim.result());
    return row;
  }

  private static void requireShort(Claim claim) {
    Text.requireVisible("kind", claim.kind(), 32);
    Text.requireText("key", claim.key(), 160);
    Text.requireText("attempt", claim.attempt(), 64);
    Text.requireVisible("hash", claim.hash(), 64);
    Text.requireText("result", claim.result(), 500);
  }
}
