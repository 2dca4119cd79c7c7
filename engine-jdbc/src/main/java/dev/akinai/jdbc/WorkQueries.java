package dev.akinai.jdbc;

import static dev.akinai.jdbc.generated.Tables.AK_HOLD;
import static dev.akinai.jdbc.generated.Tables.AK_LEDGER_LOT;
import static dev.akinai.jdbc.generated.Tables.AK_OUTBOX;
import static dev.akinai.jdbc.generated.Tables.AK_PAYMENT;

import dev.akinai.base.ShopId;
import dev.akinai.jdbc.store.DbTime;
import dev.akinai.spi.Storage.Work;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;

/** Which shops have something due: the only reads that cross shops, and they return nothing but shops. Stateless. */
final class WorkQueries {

  private WorkQueries() {}

  static List<ShopId> shops(DSLContext dsl, DbTime time, Work work, Instant now, int limit) {
    return switch (work) {
      case HOLDS -> {
        Instant clock = dsl.select(time.now()).fetchSingle(time.now());
        yield shops(
            dsl,
            AK_HOLD.SHOP,
            AK_HOLD.TODO.in("EXPIRE", "SETTLE").and(AK_HOLD.DUE_AT.le(clock)),
            limit);
      }
      case LOTS -> shops(dsl, AK_LEDGER_LOT.SHOP, AK_LEDGER_LOT.TODO_AT.le(now), limit);
      case PAYMENTS -> shops(dsl, AK_PAYMENT.SHOP, AK_PAYMENT.TODO.isNotNull(), limit);
      case EVENTS -> shops(dsl, AK_OUTBOX.SHOP, AK_OUTBOX.TODO.eq("PUBLISH"), limit);
    };
  }

  private static List<ShopId> shops(
      DSLContext dsl, TableField<?, String> shop, Condition due, int limit) {
    return dsl.selectDistinct(shop)
        .from(shop.getTable())
        .where(due)
        .limit(limit)
        .fetch(row -> ShopId.of(row.value1()));
  }
}
