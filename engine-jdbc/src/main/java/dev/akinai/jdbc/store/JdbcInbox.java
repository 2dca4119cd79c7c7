package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_INBOX;
import static dev.akinai.jdbc.generated.Tables.AK_INBOX_POS;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.event.StreamId;
import dev.akinai.jdbc.generated.tables.records.AkInboxPosRecord;
import dev.akinai.jdbc.generated.tables.records.AkInboxRecord;
import dev.akinai.spi.Inbox;
import java.util.List;
import org.jooq.Condition;

/** Messages taken in once, and places in streams that go forward one by one. For one thread. */
final class JdbcInbox implements Inbox {

  private final StoreScope scope;

  JdbcInbox(StoreScope scope) {
    this.scope = scope;
  }

  @Override
  public boolean claim(String consumer, String messageId) {
    Text.requireVisible("consumer", consumer, 64);
    Text.requireVisible("messageId", messageId, 160);
    var row = new AkInboxRecord();
    row.setShop(scope.shop());
    row.setConsumer(consumer);
    row.setMsgId(messageId);
    return scope.stamped(AK_INBOX, AK_INBOX.MADE_AT).once(row);
  }

  @Override
  public Step advance(String consumer, StreamId stream, long sequence) {
    Text.requireVisible("consumer", consumer, 64);
    if (sequence < 1) {
      throw new InvalidInputException(
          "The sequence (" + sequence + ") must be 1 or more. Maybe pass the event's own.");
    }
    Condition key = key(consumer, stream);
    if (move(key, sequence)) {
      return Step.APPLY;
    }
    return explain(consumer, stream, key, sequence);
  }

  private Step explain(String consumer, StreamId stream, Condition key, long sequence) {
    scope.insertAbsent(
        AK_INBOX_POS,
        List.of(new AkInboxPosRecord(scope.shop(), consumer, stream.type(), stream.id(), 0L)));
    if (move(key, sequence)) {
      return Step.APPLY;
    }
    long last = StoreScope.newest(scope
        .dsl()
        .select(AK_INBOX_POS.LAST_SEQ)
        .from(AK_INBOX_POS)
        .where(key)
        .forUpdate()
        .fetchOne(AK_INBOX_POS.LAST_SEQ));
    return sequence <= last ? Step.SKIP : Step.GAP;
  }

  private boolean move(Condition key, long sequence) {
    return scope
            .dsl()
            .update(AK_INBOX_POS)
            .set(AK_INBOX_POS.LAST_SEQ, sequence)
            .where(key)
            .and(AK_INBOX_POS.LAST_SEQ.eq(sequence - 1))
            .execute()
        == 1;
  }

  private Condition key(String consumer, StreamId stream) {
    return AK_INBOX_POS
        .SHOP
        .eq(scope.shop())
        .and(AK_INBOX_POS.CONSUMER.eq(consumer))
        .and(AK_INBOX_POS.AGG_TYPE.eq(stream.type()))
        .and(AK_INBOX_POS.AGG_ID.eq(stream.id()));
  }
}
