package dev.akinai.spi;

import dev.akinai.base.Api;
import dev.akinai.event.StreamEvent;
import dev.akinai.event.StreamId;
import java.util.List;

/** Histories that grow by condition (R-STO-34, 35). */
@Api(Api.Use.IMPLEMENT)
public interface Streams {

  /**
   * Appends facts if the history has the version the caller decided on.
   *
   * @param stream which history
   * @param expectedVersion its version, 0 for a new one
   * @param events 1 to 100 events, numbered from {@code expectedVersion + 1}
   * @return false if it has another version; nothing changed
   */
  boolean append(StreamId stream, long expectedVersion, List<StreamEvent> events);

  /**
   * Reads a history.
   *
   * @param stream which
   * @param afterVersion 0 for the whole
   * @return in order
   */
  List<StreamEvent> read(StreamId stream, long afterVersion);
}
