package dev.akinai.core.promotion;

import dev.akinai.promotion.OfferId;
import java.util.List;

/** The ids that a ruleset changed and retired, as they are stored with it. Immutable. */
public record PublishedChanges(List<OfferId> changed, List<OfferId> retired) {

  /** Copies the lists. */
  public PublishedChanges {
    changed = List.copyOf(changed);
    retired = List.copyOf(retired);
  }
}
