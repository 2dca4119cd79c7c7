package dev.akinai.promotion;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.criteria.Criterion;
import dev.akinai.money.CurrencyCode;
import java.time.Instant;
import java.util.Optional;

/**
 * One promotion rule, as data: who gets it, on which lines, what it does and how often. Immutable.
 *
 * @param id which offer
 * @param version raised with every edit, from 1
 * @param lane when it is applied
 * @param priority within the lane higher goes first, then the smaller id
 * @param currency of its amounts; an offer without one works in every currency
 * @param from since when it runs
 * @param to until when it runs, exclusive
 * @param code the shared code that opens it, normalised, or empty
 * @param when what the cart must meet
 * @param scope which lines it may lower
 * @param effect what it does
 * @param party who bears the reduction, such as {@code platform}, 1 to 64 visible characters
 * @param limits how often it may be used
 */
public record Offer(
    OfferId id,
    int version,
    Lane lane,
    int priority,
    Optional<CurrencyCode> currency,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<String> code,
    Criterion when,
    Criterion scope,
    Effect effect,
    String party,
    Limits limits) {

  /** Who bears a reduction if nothing is said: the merchant whose line it is. */
  public static final String MERCHANT = "merchant";

  /** Checks what no offer may be. */
  public Offer {
    Text.requireVisible("party", party, 64);
    code.ifPresent(text -> Text.requireVisible("code", text, 64));
    if (version < 1) {
      throw new InvalidInputException(
          "The version (%d) of offer %s must be 1 or more. Maybe leave it out."
              .formatted(version, id));
    }
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw new InvalidInputException(
          "The window of offer %s (%s to %s) must not be empty. Maybe swap the two."
              .formatted(id, from.get(), to.get()));
    }
  }

  /**
   * Tells whether it runs at an instant.
   *
   * @param at the instant
   * @return true within the half-open window
   */
  public boolean isLiveAt(Instant at) {
    return from.map(start -> !at.isBefore(start)).orElse(true)
        && to.map(at::isBefore).orElse(true);
  }
}
