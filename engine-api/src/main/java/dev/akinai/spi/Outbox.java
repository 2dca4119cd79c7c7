package dev.akinai.spi;

import dev.akinai.base.Api;
import dev.akinai.event.EventEnvelope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Events in the transaction of their change, and the leases of those who deliver them (R-STO-37 to 40). */
@Api(Api.Use.IMPLEMENT)
public interface Outbox {

  /** Partitions of a shop's events; a stream's events are all in one. */
  int PARTS = 4;

  /**
   * Adds events.
   *
   * @param events of this unit's shop
   */
  void add(List<EventEnvelope> events);

  /**
   * A partition that one worker delivers for a while. Immutable.
   *
   * @param part 0 to {@value Outbox#PARTS} - 1
   * @param fence higher with each new leaseholder
   */
  record Lease(int part, long fence) {}

  /**
   * Leases a partition that has something to deliver and that nobody has leased.
   *
   * @param worker who asks
   * @param time how long, on the storage's clock
   * @return the lease, or empty
   */
  Optional<Lease> lease(String worker, Duration time);

  /**
   * Events of a leased partition that were not acknowledged, in order for each stream, none skipped.
   *
   * @param lease the partition
   * @param limit most events
   * @return events
   */
  List<EventEnvelope> pending(Lease lease, int limit);

  /**
   * Marks events as delivered.
   *
   * @param lease under which they were read
   * @param events which
   * @return false if the lease has passed to somebody else; nothing changed
   */
  boolean acknowledge(Lease lease, List<EventEnvelope> events);

  /**
   * Gives a partition back before its time.
   *
   * @param lease which
   */
  void release(Lease lease);
}
