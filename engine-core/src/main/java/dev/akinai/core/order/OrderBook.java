package dev.akinai.core.order;

import dev.akinai.base.Refusal;
import dev.akinai.core.base.RefusedInside;
import dev.akinai.core.event.Recorder;
import dev.akinai.core.json.RecordJson;
import dev.akinai.event.StreamEvent;
import dev.akinai.event.StreamId;
import dev.akinai.order.Order;
import dev.akinai.order.OrderEvent;
import dev.akinai.order.OrderId;
import dev.akinai.order.PieceUnits;
import dev.akinai.order.Refund;
import dev.akinai.spi.OrderRows.OrderRow;
import dev.akinai.spi.OrderRows.PieceRow;
import dev.akinai.spi.UnitOfWork;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads orders from their histories and writes facts and rows together. Stateless. */
public final class OrderBook {

  private static final Map<String, Class<? extends OrderEvent>> FACTS =
      Stream.<Class<? extends OrderEvent>>of(
              OrderEvent.OrderPlaced.class,
              OrderEvent.FlowMoved.class,
              OrderEvent.UnitsShipped.class,
              OrderEvent.UnitsDelivered.class,
              OrderEvent.UnitsCancelled.class,
              OrderEvent.UnitsReturned.class)
          .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

  private final Recorder recorder;

  /** A book that tells what it writes. */
  public OrderBook(Recorder recorder) {
    this.recorder = recorder;
  }

  static Optional<OrderState> load(UnitOfWork unit, OrderId id) {
    List<StreamEvent> history = unit.streams().read(stream(id), 0);
    return history.isEmpty()
        ? Optional.empty()
        : Optional.of(OrderState.of(history.stream().map(OrderBook::fact).toList()));
  }

  static OrderState require(UnitOfWork unit, OrderId id) {
    return load(unit, id)
        .orElseThrow(() -> RefusedInside.because(new Refusal.Unknown("order", id.value())));
  }

  /** The order as its history adds up, or empty. */
  public static Optional<Order> replay(UnitOfWork unit, OrderId id) {
    return load(unit, id).map(OrderState::view);
  }

  /** What an order's history adds up to: the order, and the row that should serve queries. */
  public record Replayed(Order order, OrderRow row) {}

  /** The order and its row as the history gives them, or empty. */
  public static Optional<Replayed> replayWithRow(UnitOfWork unit, OrderId id) {
    return load(unit, id).map(state -> new Replayed(state.view(), row(state)));
  }

  /** Appends what was decided to the history that it was decided on, and brings the row up to it. */
  void write(UnitOfWork unit, OrderState state, List<OrderEvent> facts) {
    long before = state.version() - facts.size();
    recorder.append(
        unit, stream(state.id()), before, facts.stream().map(Record.class::cast).toList());
    if (before == 0) {
      unit.orders().insert(row(state));
    } else if (!unit.orders().update(changedRow(state, facts), before)) {
      throw RefusedInside.outrun(new Refusal.Changed("order", state.id().value(), before));
    }
  }

  /** The row with only those pieces whose units moved. */
  private static OrderRow changedRow(OrderState state, List<OrderEvent> facts) {
    Set<Integer> moved =
        facts.stream().flatMapToInt(OrderBook::movedPieces).boxed().collect(Collectors.toSet());
    OrderRow whole = row(state);
    return whole.withPieces(
        whole.pieces().stream().filter(piece -> moved.contains(piece.number())).toList());
  }

  private static IntStream movedPieces(OrderEvent fact) {
    if (fact instanceof OrderEvent.UnitsShipped shipped) {
      return shipped.units().stream().mapToInt(PieceUnits::piece);
    }
    if (fact instanceof OrderEvent.UnitsDelivered delivered) {
      return delivered.units().stream().mapToInt(PieceUnits::piece);
    }
    if (fact instanceof OrderEvent.UnitsCancelled cancelled) {
      return cancelled.refund().spans().stream().mapToInt(Refund.Span::piece);
    }
    return fact instanceof OrderEvent.UnitsReturned returned
        ? returned.refund().spans().stream().mapToInt(Refund.Span::piece)
        : IntStream.empty();
  }

  private static OrderRow row(OrderState state) {
    OrderEvent.OrderPlaced placed = state.placed();
    long micros = ChronoUnit.MICROS.between(java.time.Instant.EPOCH, placed.at());
    return new OrderRow(
        placed.order(),
        "%019d-%s".formatted(micros, placed.order()),
        state.version(),
        placed.buyer(),
        placed.currency().code(),
        placed.currency().digits(),
        placed.at(),
        state.headline().name(),
        placed.total().minor(),
        state.refunded().minor(),
        state.units().stream().map(OrderBook::row).toList());
  }

  private static PieceRow row(OrderState.Units each) {
    return new PieceRow(
        each.piece.number(),
        each.piece.sku(),
        each.piece.quantity(),
        each.piece.list().minor(),
        each.piece.net().minor(),
        each.shipped,
        each.delivered,
        each.cancelled,
        each.returned);
  }

  private static StreamId stream(OrderId id) {
    return new StreamId("order", id.value());
  }

  private static OrderEvent fact(StreamEvent event) {
    Class<? extends OrderEvent> type = FACTS.get(event.type());
    if (type == null) {
      throw new IllegalStateException(
          "The fact (%s) must be one that this version knows. Maybe a newer version wrote it."
              .formatted(event.type()));
    }
    return (OrderEvent) RecordJson.read(event.payload(), type.asSubclass(Record.class));
  }
}
