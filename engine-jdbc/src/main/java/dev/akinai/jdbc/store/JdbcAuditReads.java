package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_HOLD;
import static dev.akinai.jdbc.generated.Tables.AK_HOLD_LINE;
import static dev.akinai.jdbc.generated.Tables.AK_PAYMENT;

import dev.akinai.base.Page;
import dev.akinai.payment.Payment;
import dev.akinai.quota.Hold;
import dev.akinai.quota.HoldLine;
import dev.akinai.spi.AuditReads;
import java.util.LinkedHashMap;
import java.util.List;
import org.jooq.Record;
import org.jooq.Result;

/**
 * Counters, holds, accounts and streams beside the sums of their rows.
 *
 * <p>A page is read in two steps: its keys, then by one statement all that stands between the first and the last of them. One statement
 * sees one state of the database at every isolation level, so a busy shop shows no false differences. For one thread.
 */
final class JdbcAuditReads implements AuditReads {

  private final StoreScope scope;

  JdbcAuditReads(StoreScope scope) {
    this.scope = scope;
  }

  @Override
  public Page<CellSums> cells(Page.Request page) {
    return new CellAudit(scope).page(page);
  }

  @Override
  public Page<AccountSums> accounts(Page.Request page) {
    return new AccountAudit(scope).page(page);
  }

  @Override
  public Page<StreamSums> streams(Page.Request page) {
    return new StreamAudit(scope).page(page);
  }

  @Override
  public Page<Payment> payments(Page.Request page) {
    List<Payment> found = scope
        .dsl()
        .selectFrom(AK_PAYMENT)
        .where(AK_PAYMENT.SHOP.eq(scope.shop()))
        .and(Keys.after(AK_PAYMENT.PAYMENT_ID, page))
        .orderBy(AK_PAYMENT.PAYMENT_ID)
        .limit(page.size() + 1)
        .fetch(PaymentRecords::payment);
    return PageKeys.page(found, page.size(), payment -> payment.id().value());
  }

  @Override
  public Page<Hold> holds(Page.Request page) {
    var asked = scope
        .dsl()
        .selectFrom(AK_HOLD)
        .where(AK_HOLD.SHOP.eq(scope.shop()))
        .and(Keys.after(AK_HOLD.HOLD_ID, page))
        .orderBy(AK_HOLD.HOLD_ID)
        .limit(page.size() + 1)
        .asTable(AK_HOLD);
    Result<Record> rows = scope
        .dsl()
        .select(asked.fields())
        .select(AK_HOLD_LINE.fields())
        .from(asked)
        .leftJoin(AK_HOLD_LINE)
        .on(AK_HOLD_LINE.SHOP.eq(scope.shop()))
        .and(AK_HOLD_LINE.HOLD_ID.eq(asked.field(AK_HOLD.HOLD_ID)))
        .orderBy(asked.field(AK_HOLD.HOLD_ID), AK_HOLD_LINE.LINE_NO)
        .fetch();
    var groups = new LinkedHashMap<>(rows.intoGroups(AK_HOLD.HOLD_ID));
    List<Hold> found = groups.values().stream().map(JdbcAuditReads::hold).toList();
    return PageKeys.page(found, page.size(), hold -> hold.id().value());
  }

  private static Hold hold(Result<Record> rows) {
    List<HoldLine> lines = rows.stream()
        .map(row -> row.into(AK_HOLD_LINE))
        .filter(line -> line.getLineNo() != null)
        .map(HoldRows::line)
        .toList();
    return HoldRows.hold(rows.get(0).into(AK_HOLD), lines);
  }
}
