package dev.akinai.core.event;

import dev.akinai.base.Refusal;
import dev.akinai.core.base.Door;
import dev.akinai.core.base.RefusedInside;
import dev.akinai.core.json.RecordJson;
import dev.akinai.event.EventEnvelope;
import dev.akinai.event.StreamEvent;
import dev.akinai.event.StreamId;
import dev.akinai.spi.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes facts: into a thing's history where it has one, and always into the outbox, in the unit of the change. Stateless. */
public final class Recorder {

  private final Door door;

  /** Records with ids and times from the door. */
  public Recorder(Door door) {
    this.door = door;
  }

  /**
   * Appends facts to a history and puts them into the outbox.
   *
   * @param version the version that was decided on; another one refuses the command
   */
  public void append(UnitOfWork unit, StreamId stream, long version, List<? extends Record> facts) {
    Instant at = door.now();
    var events = new ArrayList<StreamEvent>();
    for (Record fact : facts) {
      events.add(new StreamEvent(
          version + events.size() + 1,
          fact.getClass().getSimpleName(),
          RecordJson.write(fact),
          at));
    }
    if (!unit.streams().append(stream, version, events)) {
      throw RefusedInside.outrun(new Refusal.Changed(stream.type(), stream.id(), version));
    }
    unit.outbox()
        .add(events.stream().map(event -> envelope(unit, stream, event)).toList());
  }

  /** Puts one fact of a thing without a history into the outbox; the version counts its changes. */
  public void tell(UnitOfWork unit, StreamId stream, long version, String type, Record fact) {
    var event = new StreamEvent(version, type, RecordJson.write(fact), door.now());
    unit.outbox().add(List.of(envelope(unit, stream, event)));
  }

  /** Puts a fact of each of several things without a history into the outbox. */
  public void tellAll(UnitOfWork unit, List<Told> facts) {
    Instant at = door.now();
    unit.outbox()
        .add(facts.stream()
            .map(told -> envelope(
                unit,
                told.stream(),
                new StreamEvent(told.version(), told.type(), RecordJson.write(told.fact()), at)))
            .toList());
  }

  /** One fact of a thing without a history. */
  public record Told(StreamId stream, long version, String type, Record fact) {}

  private EventEnvelope envelope(UnitOfWork unit, StreamId stream, StreamEvent event) {
    return new EventEnvelope(
        unit.shop(),
        door.newId(),
        stream,
        event.version(),
        event.type(),
        event.payload(),
        event.at());
  }
}
