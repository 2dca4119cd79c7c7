package dev.akinai.testkit.spi;

import dev.akinai.base.ShopId;
import dev.akinai.event.EventEnvelope;
import dev.akinai.event.StreamEvent;
import dev.akinai.event.StreamId;
import dev.akinai.quota.Cell;
import dev.akinai.quota.CellChange;
import dev.akinai.quota.CellClass;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.Demand;
import dev.akinai.quota.LockPlan;
import dev.akinai.spi.Operations;
import dev.akinai.spi.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Cells, claims and events that the tests speak of. Stateless. */
final class Samples {

  static final CellKey TEA = warehouse("tea");
  static final CellKey CUP = warehouse("cup");
  static final CellKey POT = warehouse("pot");
  static final CellKey BUYER_7 = CellKey.of(CellClass.BUYER, "buyer:spring", "m-7");
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

  private Samples() {}

  static CellKey warehouse(String sku) {
    return CellKey.of(CellClass.WAREHOUSE, "wh:east", sku);
  }

  static LockPlan receipt(CellKey cell, long units) {
    return LockPlan.of(
        List.of(CellChange.limit(cell, CellChange.Kind.RECEIPT, units, "receipt:1")));
  }

  static LockPlan loss(CellKey cell, long units) {
    return LockPlan.of(List.of(CellChange.limit(cell, CellChange.Kind.DAMAGE, -units, "damage:1")));
  }

  static LockPlan policy(CellKey cell, long overdraft, long safety) {
    return LockPlan.of(List.of(new CellChange(
        cell,
        CellChange.Kind.POLICY,
        0,
        0,
        0,
        overdraft,
        safety,
        OptionalLong.empty(),
        "policy:1")));
  }

  static LockPlan promised(CellKey cell, long held, long consumed) {
    return LockPlan.of(
        List.of(CellChange.promised(cell, CellChange.Kind.SETTLE, held, consumed, "settle:1")));
  }

  static LockPlan taking(Demand... demands) {
    var changes = new ArrayList<CellChange>();
    for (Demand each : demands) {
      changes.add(CellChange.hold(each, "hold:1"));
    }
    return LockPlan.of(changes);
  }

  static LockPlan taking(CellKey cell, long quantity) {
    return taking(Demand.of(cell, quantity));
  }

  static Demand capped(CellKey cell, long quantity, long cap) {
    return new Demand(cell, quantity, OptionalLong.of(cap));
  }

  /** A cell as it stands; a missing one reads as zeros. */
  static Cell cell(UnitOfWork unit, CellKey key) {
    List<Cell> found = unit.cells().read(List.of(key));
    return found.isEmpty() ? Cell.empty(key) : found.get(0);
  }

  /** A cell of the usual shop, read in a unit of its own. */
  static Cell cell(Bench bench, CellKey key) {
    return bench.retrying(unit -> cell(unit, key));
  }

  static void put(Bench bench, CellKey key, long units) {
    bench.run(unit -> unit.cells().post(receipt(key, units), bench.next("put")));
  }

  /** Takes in a unit of its own; true if nothing was short. */
  static boolean take(Bench bench, CellKey key, long units) {
    String prefix = bench.next("take");
    return bench.retrying(unit -> unit.cells().take(taking(key, units), prefix).isEmpty());
  }

  static Operations.Claim claim(String key, String content, String result) {
    return claim("test.kind", key, content, result);
  }

  /** A claim whose attempt is its result: each try of these tests has a result of its own. */
  static Operations.Claim claim(String kind, String key, String content, String result) {
    String hash = "%064x".formatted(content.hashCode() & 0xffffffffL);
    return new Operations.Claim(kind, key, "attempt-" + result, hash, result);
  }

  static StreamId order(String id) {
    return new StreamId("order", id);
  }

  static StreamEvent fact(long version) {
    return fact(version, "{\"n\":" + version + "}");
  }

  static StreamEvent fact(long version, String payload) {
    return new StreamEvent(version, "Happened", payload, NOON.plusSeconds(version));
  }

  static EventEnvelope message(ShopId shop, StreamId stream, long sequence) {
    String id = stream.id() + "." + sequence;
    return new EventEnvelope(
        shop,
        id,
        stream,
        sequence,
        "Happened",
        "{\"n\":" + sequence + "}",
        NOON.plusSeconds(sequence));
  }

  static EventEnvelope message(StreamId stream, long sequence) {
    return message(Bench.SHOP, stream, sequence);
  }
}
