package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_HOLD;
import static dev.akinai.jdbc.generated.Tables.AK_HOLD_LINE;

import dev.akinai.jdbc.generated.tables.records.AkHoldLineRecord;
import dev.akinai.jdbc.generated.tables.records.AkHoldRecord;
import dev.akinai.quota.CellClass;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.Hold;
import dev.akinai.quota.HoldId;
import dev.akinai.quota.HoldLine;
import dev.akinai.quota.HoldState;
import dev.akinai.spi.Holds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Rows of holds and their lines. For one thread. */
final class HoldRows {

  private final StoreScope scope;

  HoldRows(StoreScope scope) {
    this.scope = scope;
  }

  void insert(Holds.Draft draft, Instant now, Instant until) {
    String id = draft.id().value();
    String owner = draft.owner().orElse(null);
    scope.insertAll(
        AK_HOLD,
        List.of(new AkHoldRecord(
            scope.shop(),
            id,
            owner,
            owner,
            draft.buyer().orElse(null),
            HoldState.HELD.name(),
            until,
            Holds.Due.EXPIRE.name(),
            until,
            draft.digest().orElse(null),
            1L,
            now)));
    scope.insertAll(
        AK_HOLD_LINE, draft.lines().stream().map(line -> row(id, line)).toList());
  }

  /** Holds with their lines; both are locked, so both are the newest committed. */
  List<Hold> with(Condition condition, boolean locking) {
    var select = scope.dsl().selectFrom(AK_HOLD).where(condition);
    return withLines(locking ? select.forUpdate().fetch() : select.fetch(), locking);
  }

  List<Hold> withLines(List<AkHoldRecord> rows, boolean locking) {
    Map<String, List<HoldLine>> lines = new HashMap<>();
    for (List<String> ids : StoreScope.chunks(idsOf(rows))) {
      for (AkHoldLineRecord line : lines(ids, locking)) {
        lines.computeIfAbsent(line.getHoldId(), id -> new ArrayList<>()).add(line(line));
      }
    }
    return rows.stream()
        .map(row -> hold(row, lines.getOrDefault(row.getHoldId(), List.of())))
        .toList();
  }

  private static List<String> idsOf(List<AkHoldRecord> rows) {
    return rows.stream().map(AkHoldRecord::getHoldId).toList();
  }

  private List<AkHoldLineRecord> lines(Collection<String> ids, boolean locking) {
    var select = scope
        .dsl()
        .selectFrom(AK_HOLD_LINE)
        .where(AK_HOLD_LINE.SHOP.eq(scope.shop()))
        .and(AK_HOLD_LINE.HOLD_ID.in(ids))
        .orderBy(AK_HOLD_LINE.HOLD_ID, AK_HOLD_LINE.LINE_NO);
    return locking ? select.forUpdate().fetch() : select.fetch();
  }

  /** Writes down that the cells know all of these holds' lines. */
  void settle(List<String> ids, HoldState state) {
    Field<Long> consumed = state == HoldState.CONFIRMED
        ? AK_HOLD_LINE.CONFIRMED_QTY.minus(AK_HOLD_LINE.BACK_QTY)
        : DSL.inline(0L);
    var update = scope
        .dsl()
        .update(AK_HOLD_LINE)
        .set(AK_HOLD_LINE.POSTED_HELD, DSL.inline(0L))
        .set(AK_HOLD_LINE.POSTED_CONSUMED, consumed)
        .where(AK_HOLD_LINE.SHOP.eq(""))
        .and(AK_HOLD_LINE.HOLD_ID.eq(""));
    scope.batch(update, ids.stream().map(id -> new Object[] {scope.shop(), id}).toList());
  }

  void giveBack(String id, List<HoldLine> lines) {
    var update = scope
        .dsl()
        .update(AK_HOLD_LINE)
        .set(AK_HOLD_LINE.BACK_QTY, 0L)
        .where(AK_HOLD_LINE.SHOP.eq(""))
        .and(AK_HOLD_LINE.HOLD_ID.eq(""))
        .and(AK_HOLD_LINE.LINE_NO.eq(0));
    scope.batch(
        update,
        lines.stream()
            .map(line -> new Object[] {line.back(), scope.shop(), id, line.line()})
            .toList());
  }

  static Hold hold(AkHoldRecord row, List<HoldLine> lines) {
    return new Hold(
        new HoldId(row.getHoldId()),
        Optional.ofNullable(row.getOwner()),
        Optional.ofNullable(row.getBuyer()),
        HoldState.valueOf(row.getState()),
        row.getExpiresAt(),
        row.getVer(),
        row.getCreatedAt(),
        Optional.ofNullable(row.getDigest()),
        lines);
  }

  static HoldLine line(AkHoldLineRecord row) {
    var key = new CellKey(
        CellClass.ofNumber(row.getCls()), row.getPool(), row.getItem(), row.getBucket());
    return new HoldLine(
        row.getLineNo(),
        key,
        row.getQty(),
        row.getConfirmedQty(),
        row.getBackQty(),
        row.getPostedHeld(),
        row.getPostedConsumed());
  }

  private AkHoldLineRecord row(String id, HoldLine line) {
    CellKey key = line.cell();
    return new AkHoldLineRecord(
        scope.shop(),
        id,
        line.line(),
        key.cls().number(),
        key.pool(),
        key.item(),
        key.bucket(),
        line.quantity(),
        line.confirmed(),
        line.back(),
        line.postedHeld(),
        line.postedConsumed());
  }
}
