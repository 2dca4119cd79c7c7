package dev.akinai.core.engine;

import dev.akinai.base.ShopId;
import dev.akinai.base.Text;
import dev.akinai.core.base.Commands;
import dev.akinai.engine.Events;
import dev.akinai.event.EventEnvelope;
import dev.akinai.spi.Inbox;

/** The inbox of a host's consumers on a storage. Thread-safe. */
final class Consumers implements Events {

  private static final int MAX_CONSUMER = 64;
  private static final int MAX_MESSAGE = 160;

  private final Commands commands;

  Consumers(Commands commands) {
    this.commands = commands;
  }

  @Override
  public boolean firstTime(ShopId shop, String consumer, String messageId) {
    Text.requireVisible("consumer", consumer, MAX_CONSUMER);
    Text.requireVisible("messageId", messageId, MAX_MESSAGE);
    return commands.inUnit(shop, unit -> unit.inbox().claim(consumer, messageId));
  }

  @Override
  public boolean next(EventEnvelope event, String consumer) {
    Text.requireVisible("consumer", consumer, MAX_CONSUMER);
    Inbox.Step step = commands.inUnit(
        event.shop(), unit -> unit.inbox().advance(consumer, event.stream(), event.sequence()));
    if (step == Inbox.Step.GAP) {
      throw new IllegalStateException(
          "The event %d of %s must follow the one before it. Maybe it overtook it: let it come again."
              .formatted(event.sequence(), event.stream().type()));
    }
    return step == Inbox.Step.APPLY;
  }
}
