package dev.akinai.core.spi;

import dev.akinai.base.Page;
import dev.akinai.base.Text;
import dev.akinai.event.StreamId;
import dev.akinai.ledger.Account;
import dev.akinai.ledger.AccountId;
import dev.akinai.ledger.LedgerEntry;
import dev.akinai.ledger.Lot;
import dev.akinai.ledger.Part;
import dev.akinai.payment.Payment;
import dev.akinai.quota.Cell;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.Hold;
import dev.akinai.quota.HoldLine;
import dev.akinai.spi.AuditReads;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What an audit compares, in memory: each sum is worked out from the rows behind it, never copied from what it is compared with. */
final class MemoryAudit implements AuditReads {

  /** The type under which a hold's events stand in the outbox. */
  private static final String HOLD = "hold";

  private static final Comparator<MemoryStreams.Head> BY_KEY =
      Comparator.comparing(head -> Keys.stream(head.stream()), Text.UTF8_ORDER);

  private final MemoryCells cells;
  private final MemoryHolds holds;
  private final MemoryLedger ledger;
  private final MemoryStreams streams;
  private final MemoryOutbox outbox;
  private final MemoryOrders orders;

  MemoryAudit(
      MemoryCells cells,
      MemoryHolds holds,
      MemoryLedger ledger,
      MemoryStreams streams,
      MemoryOutbox outbox,
      MemoryOrders orders) {
    this.cells = cells;
    this.holds = holds;
    this.ledger = ledger;
    this.streams = streams;
    this.outbox = outbox;
    this.orders = orders;
  }

  @Override
  public Page<CellSums> cells(Page.Request page) {
    Page<Cell> stored = cells.page(page, Function.identity());
    Map<CellKey, Long> held = lineSums(HoldLine::postedHeld);
    Map<CellKey, Long> consumed = lineSums(HoldLine::postedConsumed);
    List<CellSums> items = stored.items().stream()
        .map(cell -> new CellSums(
            cell,
            entrySums(cell.key()),
            held.getOrDefault(cell.key(), 0L),
            consumed.getOrDefault(cell.key(), 0L)))
        .toList();
    return new Page<>(items, stored.next());
  }

  @Override
  public Page<Hold> holds(Page.Request page) {
    return holds.page(page);
  }

  @Override
  public Page<AccountSums> accounts(Page.Request page) {
    return ledger.page(page, this::sums);
  }

  @Override
  public Page<StreamSums> streams(Page.Request page) {
    String after = page.after().orElse("");
    List<MemoryStreams.Head> heads = Stream.concat(
            streams.after(after).limit(page.size() + 1L), holdsAfter(after).limit(page.size() + 1L))
        .sorted(BY_KEY)
        .toList();
    List<StreamSums> items = heads.stream().limit(page.size()).map(this::sums).toList();
    return new Page<>(
        items,
        heads.size() > items.size()
            ? Optional.of(Keys.stream(items.get(items.size() - 1).stream()))
            : Optional.empty());
  }

  @Override
  public Page<Payment> payments(Page.Request page) {
    return orders.payments(page);
  }

  private Stream<MemoryStreams.Head> holdsAfter(String key) {
    String prefix = Keys.under(HOLD);
    if (Text.UTF8_ORDER.compare(key, Keys.end(prefix)) >= 0) {
      return Stream.empty();
    }
    return holds
        .after(key.startsWith(prefix) ? key.substring(prefix.length()) : "")
        .map(hold -> new MemoryStreams.Head(new StreamId(HOLD, hold.id().value()), hold.version()));
  }

  private Map<CellKey, Long> lineSums(ToLongFunction<HoldLine> figure) {
    var sums = new HashMap<CellKey, Long>();
    holds
        .all()
        .flatMap(hold -> hold.lines().stream())
        .forEach(line -> sums.merge(line.cell(), figure.applyAsLong(line), Math::addExact));
    return sums;
  }

  private Cell entrySums(CellKey key) {
    Cell sum = Cell.empty(key);
    for (MemoryCells.Entry entry : cells.entriesOf(key).toList()) {
      sum = MemoryCells.changed(sum, entry.change());
    }
    return new Cell(
        key,
        sum.limit(),
        sum.held(),
        sum.consumed(),
        sum.overdraft(),
        sum.safety(),
        0,
        sum.version());
  }

  private AccountSums sums(Account stored) {
    AccountId id = stored.id();
    return new AccountSums(
        stored,
        entrySums(stored),
        lotSum(id, lot -> lot.availableAt().isPresent() ? lot.remaining() : 0),
        lotSum(id, lot -> lot.availableAt().isPresent() ? 0 : lot.remaining()),
        lotSum(id, Lot::held),
        ledger
            .allocationsOf(id)
            .mapToLong(change -> change.remaining() + change.held())
            .sum());
  }

  private long lotSum(AccountId id, ToLongFunction<Lot> figure) {
    return ledger.allLots(id).mapToLong(figure).sum();
  }

  private Account entrySums(Account stored) {
    var parts = new EnumMap<Part, Long>(Part.class);
    AccountId id = stored.id();
    ledger.entriesOf(id).forEach(entry -> add(parts, id, entry));
    return new Account(
        id,
        stored.unit(),
        parts.getOrDefault(Part.AVAILABLE, 0L),
        parts.getOrDefault(Part.PENDING, 0L),
        parts.getOrDefault(Part.HELD, 0L),
        parts.getOrDefault(Part.DEBT, 0L),
        0);
  }

  private static void add(Map<Part, Long> parts, AccountId id, LedgerEntry entry) {
    if (entry.from().equals(id)) {
      parts.merge(entry.fromPart(), signed(entry.fromPart(), -entry.amount()), Math::addExact);
    }
    if (entry.to().equals(id)) {
      parts.merge(entry.toPart(), signed(entry.toPart(), entry.amount()), Math::addExact);
    }
  }

  /** Units that reach debt repay it. */
  private static long signed(Part part, long units) {
    return part == Part.DEBT ? -units : units;
  }

  private StreamSums sums(MemoryStreams.Head head) {
    List<Long> sequences = outbox.sequencesOf(head.stream()).toList();
    long last = sequences.stream().mapToLong(Long::longValue).max().orElse(0);
    return new StreamSums(head.stream(), head.version(), sequences.size(), last);
  }
}
