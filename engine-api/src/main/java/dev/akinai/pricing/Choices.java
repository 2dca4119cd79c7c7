package dev.akinai.pricing;

import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.catalog.SkuId;
import dev.akinai.promotion.OfferId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the buyer chose beside the goods: gifts, points to spend, deposits paid. Immutable.
 *
 * @param gifts by offer, the variants chosen; at most 100 offers
 * @param points the points the buyer wants to spend, 0 or more
 * @param deposits offers whose deposit the buyer has paid; at most 16
 */
public record Choices(Map<OfferId, List<SkuId>> gifts, long points, List<OfferId> deposits) {

  /** Nothing chosen. */
  public static final Choices NONE = new Choices(Map.of(), 0, List.of());

  /** Copies the collections and checks the sizes. */
  public Choices {
    if (gifts.size() > 100) {
      throw new InputTooLargeException("gift choices", 100, gifts.size());
    }
    if (deposits.size() > 16) {
      throw new InputTooLargeException("deposits", 16, deposits.size());
    }
    if (points < 0) {
      throw new InvalidInputException(
          "The points (" + points + ") must be 0 or more. Maybe leave them out.");
    }
    Map<OfferId, List<SkuId>> copy = new HashMap<>();
    gifts.forEach((offer, skus) -> copy.put(offer, List.copyOf(skus)));
    gifts = Map.copyOf(copy);
    deposits = List.copyOf(deposits);
  }

  /**
   * The same with points to spend.
   *
   * @param number 0 or more
   * @return a changed copy
   */
  public Choices spending(long number) {
    return new Choices(gifts, number, deposits);
  }

  /**
   * The same with a gift chosen.
   *
   * @param offer whose gift
   * @param skus the variants
   * @return a changed copy
   */
  public Choices gift(OfferId offer, List<SkuId> skus) {
    Map<OfferId, List<SkuId>> copy = new HashMap<>(gifts);
    copy.put(offer, skus);
    return new Choices(copy, points, deposits);
  }

  /**
   * The same with deposits paid.
   *
   * @param offers whose deposits
   * @return a changed copy
   */
  public Choices paid(List<OfferId> offers) {
    return new Choices(gifts, points, offers);
  }
}
