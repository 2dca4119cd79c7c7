package dev.akinai.core.promotion;

import dev.akinai.promotion.OfferIssue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with rules, each thing once, at most 1,000 things. For one thread. */
final class Issues {

  static final int MOST = 1_000;

  private final Set<OfferIssue> found = new LinkedHashSet<>();

  void add(String place, String code, String message) {
    if (found.size() < MOST) {
      found.add(new OfferIssue(place, code, message));
    }
  }

  boolean isAt(String place) {
    return found.stream().anyMatch(issue -> issue.place().equals(place));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  boolean isFull() {
    return found.size() >= MOST;
  }

  List<OfferIssue> list() {
    return List.copyOf(found);
  }
}
