package dev.akinai.testkit.pricing;

import dev.akinai.pricing.Quote;
import dev.akinai.promotion.Offer;
import java.util.ArrayList;
import java.util.List;

/** Takes the offer that lowers the price most, then the next, as long as the price falls. Stateless. */
final class Greedy {

  private Greedy() {}

  static Quote byDiscount(Trial trial) {
    var taken = new ArrayList<Offer>();
    var left = new ArrayList<Offer>(trial.offers);
    Quote best = trial.quote(List.of());
    while (!left.isEmpty()) {
      Offer choice = null;
      for (Offer offer : left) {
        Quote with = trial.quote(inOrder(trial, taken, offer));
        if (Trial.payable(with) < Trial.payable(best)) {
          best = with;
          choice = offer;
        }
      }
      if (choice == null) {
        return best;
      }
      taken.add(choice);
      left.remove(choice);
    }
    return best;
  }

  private static List<Offer> inOrder(Trial trial, List<Offer> taken, Offer more) {
    return trial.offers.stream()
        .filter(offer -> taken.contains(offer) || offer.equals(more))
        .map(offer -> taken.contains(offer)
            ? offer.toBuilder().stacking(offer.stacking().mandatory()).build()
            : offer)
        .toList();
  }
}
