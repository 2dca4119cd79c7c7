package dev.akinai.core.spi;

import dev.akinai.base.ShopId;
import dev.akinai.spi.AuditReads;
import dev.akinai.spi.CatalogStore;
import dev.akinai.spi.Cells;
import dev.akinai.spi.Holds;
import dev.akinai.spi.Inbox;
import dev.akinai.spi.LedgerStore;
import dev.akinai.spi.OfferStore;
import dev.akinai.spi.Operations;
import dev.akinai.spi.OrderRows;
import dev.akinai.spi.Outbox;
import dev.akinai.spi.PriceStore;
import dev.akinai.spi.Storage.Work;
import dev.akinai.spi.StorageException;
import dev.akinai.spi.Streams;
import dev.akinai.spi.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * All rows of one shop, and the turn that one unit at a time has.
 *
 * <p>The turn is no reentrant lock on purpose: a unit beside a host's transaction of the same thread waits and gives up, as it would on
 * a database, instead of reading what is not committed.
 */
final class MemoryShop implements UnitOfWork {

  /** What was due when the last unit was kept: read by any thread, without a turn. */
  private record Agenda(
      Optional<Instant> holdsFrom,
      boolean unsettled,
      Optional<Instant> lotsFrom,
      boolean payments,
      boolean events) {}

  private final ShopId shop;
  private final Clock clock;
  private final Semaphore turn = new Semaphore(1, true);
  private final UnitLog log = new UnitLog();
  private final MemoryOperations operations = new MemoryOperations(log, this::now);
  private final MemoryCells cells = new MemoryCells(log, this::now);
  private final MemoryHolds holds = new MemoryHolds(log, this::now);
  private final MemoryLedger ledger = new MemoryLedger(log);
  private final MemoryStreams streams = new MemoryStreams(log);
  private final MemoryInbox inbox = new MemoryInbox(log);
  private final MemoryCatalog catalog = new MemoryCatalog(log);
  private final MemoryPrices prices = new MemoryPrices(log);
  private final MemoryOffers offers = new MemoryOffers(log);
  private final MemoryOrders orders = new MemoryOrders(log);
  private final MemoryOutbox outbox;
  private final MemoryAudit audit;
  private volatile Agenda agenda =
      new Agenda(Optional.empty(), false, Optional.empty(), false, false);

  MemoryShop(ShopId shop, Clock clock) {
    this.shop = shop;
    this.clock = clock;
    this.outbox = new MemoryOutbox(shop, log, this::now);
    this.audit = new MemoryAudit(cells, holds, ledger, streams, outbox, orders);
  }

  void takeTurn(Duration longest) {
    boolean taken;
    try {
      taken = turn.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      // RELIABILITY section 2: an interrupt keeps its flag and counts as Unknown
      throw new StorageException(
          StorageException.Failure.UNKNOWN,
          "The wait for a shop must not be interrupted, but was. Maybe run the unit again from its claim.",
          interrupted);
    }
    if (!taken) {
      throw new StorageException(
          StorageException.Failure.RETRYABLE,
          "The wait for a shop (%d ms) must end, but another unit went on for longer. Maybe run the unit again."
              .formatted(longest.toMillis()));
    }
  }

  void endTurn() {
    turn.release();
  }

  /** Runs work behind a savepoint: if it throws, or wrote against a rule, nothing of it stays. */
  <T> T inSavepoint(Function<UnitOfWork, T> work) {
    int savepoint = log.mark();
    boolean done = false;
    log.open();
    try {
      T result = work.apply(this);
      log.requireSound();
      done = true;
      return result;
    } finally {
      if (!done) {
        log.undoTo(savepoint);
      }
      log.close();
    }
  }

  void commit() {
    log.open();
    agenda = new Agenda(
        holds.nextDeadline(),
        holds.hasUnsettled(),
        ledger.nextExpiry(),
        orders.hasToDo(),
        outbox.hasPending());
    log.keep();
    log.close();
  }

  void rollback() {
    log.undoTo(0);
  }

  /** Tells, from what is committed, whether something is due. */
  boolean hasWork(Work work, Instant businessNow) {
    Agenda seen = agenda;
    Instant storageNow = now();
    return switch (work) {
      case HOLDS ->
        seen.unsettled || seen.holdsFrom.filter(at -> at.isBefore(storageNow)).isPresent();
      case LOTS -> seen.lotsFrom.filter(at -> !at.isAfter(businessNow)).isPresent();
      case PAYMENTS -> seen.payments;
      case EVENTS -> seen.events;
    };
  }

  @Override
  public ShopId shop() {
    return shop;
  }

  @Override
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public Operations operations() {
    return operations;
  }

  @Override
  public Cells cells() {
    return cells;
  }

  @Override
  public Holds holds() {
    return holds;
  }

  @Override
  public LedgerStore ledger() {
    return ledger;
  }

  @Override
  public Streams streams() {
    return streams;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public Inbox inbox() {
    return inbox;
  }

  @Override
  public CatalogStore catalog() {
    return catalog;
  }

  @Override
  public PriceStore prices() {
    return prices;
  }

  @Override
  public OfferStore offers() {
    return offers;
  }

  @Override
  public OrderRows orders() {
    return orders;
  }

  @Override
  public AuditReads audit() {
    return audit;
  }
}
