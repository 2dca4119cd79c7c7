package dev.akinai.event;

import dev.akinai.base.Text;

/**
 * Names the history of one thing: its type and its id. Immutable.
 *
 * @param type such as {@code order}, 1 to 32 visible characters
 * @param id 1 to 96 visible characters
 */
public record StreamId(String type, String id) {

  /** Checks the texts. */
  public StreamId {
    Text.requireVisible("type", type, 32);
    Text.requireVisible("id", id, 96);
  }

  @Override
  public String toString() {
    return type + "/" + id;
  }
}
