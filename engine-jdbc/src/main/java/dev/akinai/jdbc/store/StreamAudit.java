package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_HOLD;
import static dev.akinai.jdbc.generated.Tables.AK_OUTBOX;
import static dev.akinai.jdbc.generated.Tables.AK_STREAM;

import dev.akinai.base.Page;
import dev.akinai.event.StreamId;
import dev.akinai.spi.AuditReads.StreamSums;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Histories, and holds as streams of type {@code hold}, beside their outbox rows. For one thread. */
final class StreamAudit {

  private static final String HOLD = "hold";
  private static final int VERSION = 1;
  private static final int MESSAGES = 2;

  private static final Field<String> HOLD_TYPE = DSL.inline(HOLD);
  private static final List<Field<?>> STREAM_KEY =
      List.of(AK_STREAM.STREAM_TYPE, AK_STREAM.STREAM_ID);
  private static final List<Field<?>> OUTBOX_KEY = List.of(AK_OUTBOX.AGG_TYPE, AK_OUTBOX.AGG_ID);

  private final StoreScope scope;

  StreamAudit(StoreScope scope) {
    this.scope = scope;
  }

  Page<StreamSums> page(Page.Request page) {
    Page<StreamId> keys = PageKeys.page(keys(page), page.size(), PageKeys::of);
    if (keys.items().isEmpty()) {
      return new Page<>(List.of(), keys.next());
    }
    var sums = new LinkedHashMap<StreamId, StreamSums>();
    keys.items().forEach(key -> sums.put(key, new StreamSums(key, 0, 0, 0)));
    rows(keys.items()).forEach(row -> sums.computeIfPresent(key(row), (key, sum) -> add(sum, row)));
    return new Page<>(List.copyOf(sums.values()), keys.next());
  }

  private List<StreamId> keys(Page.Request page) {
    int most = page.size() + 1;
    Table<?> streams = scope
        .dsl()
        .select(STREAM_KEY)
        .from(AK_STREAM)
        .where(AK_STREAM.SHOP.eq(scope.shop()))
        .and(page.after()
            .map(PageKeys::stream)
            .map(key -> Keys.after(scope, STREAM_KEY, parts(key)))
            .orElseGet(DSL::noCondition))
        .orderBy(STREAM_KEY)
        .limit(most)
        .asTable("s");
    Table<?> holds = scope
        .dsl()
        .select(HOLD_TYPE.as(AK_STREAM.STREAM_TYPE), AK_HOLD.HOLD_ID)
        .from(AK_HOLD)
        .where(AK_HOLD.SHOP.eq(scope.shop()))
        .and(page.after()
            .map(PageKeys::stream)
            .map(StreamAudit::holdsAfter)
            .orElseGet(DSL::noCondition))
        .orderBy(AK_HOLD.HOLD_ID)
        .limit(most)
        .asTable("h");
    Select<Record> either = DSL.select(streams.fields())
        .from(streams)
        .unionAll(DSL.select(holds.fields()).from(holds));
    Table<Record> all = either.asTable("k");
    return scope
        .dsl()
        .select(all.fields())
        .from(all)
        .orderBy(all.fields())
        .limit(most)
        .fetch(StreamAudit::key);
  }

  private Result<Record> rows(List<StreamId> keys) {
    StreamId first = keys.get(0);
    StreamId last = keys.get(keys.size() - 1);
    return scope
        .dsl()
        .fetch(streams(first, last).unionAll(holds(first, last)).unionAll(messages(first, last)));
  }

  private Select<Record> streams(StreamId first, StreamId last) {
    return DSL.select(STREAM_KEY)
        .select(
            AuditSums.source(VERSION),
            AuditSums.of("n_high", AK_STREAM.VER),
            AuditSums.none("n_count"))
        .from(AK_STREAM)
        .where(AK_STREAM.SHOP.eq(scope.shop()))
        .and(Keys.between(scope, STREAM_KEY, parts(first), parts(last)));
  }

  private Select<Record> holds(StreamId first, StreamId last) {
    return DSL.select(List.of(HOLD_TYPE, AK_HOLD.HOLD_ID))
        .select(
            AuditSums.source(VERSION),
            AuditSums.of("n_high", AK_HOLD.VER),
            AuditSums.none("n_count"))
        .from(AK_HOLD)
        .where(AK_HOLD.SHOP.eq(scope.shop()))
        .and(holdsFrom(first))
        .and(holdsUpTo(last));
  }

  private Select<Record> messages(StreamId first, StreamId last) {
    return DSL.select(OUTBOX_KEY)
        .select(
            AuditSums.source(MESSAGES),
            AuditSums.of("n_high", DSL.max(AK_OUTBOX.AGG_SEQ)),
            AuditSums.of("n_count", DSL.count()))
        .from(AK_OUTBOX)
        .where(AK_OUTBOX.SHOP.eq(scope.shop()))
        .and(Keys.between(scope, OUTBOX_KEY, parts(first), parts(last)))
        .groupBy(OUTBOX_KEY);
  }

  private static Condition holdsAfter(StreamId key) {
    int place = HOLD.compareTo(key.type());
    return place == 0 ? AK_HOLD.HOLD_ID.gt(key.id()) : all(place > 0);
  }

  private static Condition holdsFrom(StreamId key) {
    int place = HOLD.compareTo(key.type());
    return place == 0 ? AK_HOLD.HOLD_ID.ge(key.id()) : all(place > 0);
  }

  private static Condition holdsUpTo(StreamId key) {
    int place = HOLD.compareTo(key.type());
    return place == 0 ? AK_HOLD.HOLD_ID.le(key.id()) : all(place < 0);
  }

  private static Condition all(boolean included) {
    return included ? DSL.trueCondition() : DSL.falseCondition();
  }

  private static List<?> parts(StreamId key) {
    return List.of(key.type(), key.id());
  }

  private static StreamId key(Record row) {
    return new StreamId(row.get(0, String.class), row.get(1, String.class));
  }

  private static StreamSums add(StreamSums sums, Record row) {
    long high = AuditSums.read(row, "n_high");
    return Objects.requireNonNull(row.get(AuditSums.SOURCE)) == VERSION
        ? new StreamSums(sums.stream(), high, sums.messages(), sums.lastSequence())
        : new StreamSums(sums.stream(), sums.version(), AuditSums.read(row, "n_count"), high);
  }
}
