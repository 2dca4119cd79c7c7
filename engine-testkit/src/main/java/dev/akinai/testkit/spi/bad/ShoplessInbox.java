package dev.akinai.testkit.spi.bad;

import dev.akinai.event.StreamId;
import dev.akinai.spi.Inbox;
import dev.akinai.spi.Storage;
import dev.akinai.spi.UnitOfWork;
import dev.akinai.testkit.spi.ForwardingStorage;
import dev.akinai.testkit.spi.ForwardingUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** K19: a message that one shop has claimed is taken for claimed in all. */
final class ShoplessInbox extends ForwardingStorage {

  private final Map<List<String>, String> firstShop = new ConcurrentHashMap<>();

  ShoplessInbox(Storage inner) {
    super(inner);
  }

  @Override
  protected UnitOfWork unit(UnitOfWork unit) {
    return new ForwardingUnit(unit) {
      @Override
      public Inbox inbox() {
        return new Shopless(inner().inbox(), shop().value());
      }
    };
  }

  private final class Shopless implements Inbox {

    private final Inbox inner;
    private final String shop;

    Shopless(Inbox inner, String shop) {
      this.inner = inner;
      this.shop = shop;
    }

    @Override
    public boolean claim(String consumer, String messageId) {
      String first = firstShop.putIfAbsent(List.of(consumer, messageId), shop);
      return (first == null || first.equals(shop)) && inner.claim(consumer, messageId);
    }

    @Override
    public Step advance(String consumer, StreamId stream, long sequence) {
      return inner.advance(consumer, stream, sequence);
    }
  }
}
