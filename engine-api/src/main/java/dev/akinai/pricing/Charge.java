package dev.akinai.pricing;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.money.Money;
import java.util.Optional;

/**
 * Something that is paid beside the goods: shipping, gift wrap, a deposit on bottles. Immutable.
 *
 * @param id the host's name for it, 1 to 64 visible characters, unique in the cart
 * @param kind {@code shipping} or the host's own kind
 * @param method the shipping method, or empty
 * @param amount before any offer, 0 or more
 * @param merchant who asks for it, or empty for the shop itself
 * @param taxClass the class of its tax, or empty for {@code standard}
 */
public record Charge(
    String id,
    String kind,
    Optional<String> method,
    Money amount,
    Optional<String> merchant,
    Optional<String> taxClass) {

  /** The kind that shipping offers lower. */
  public static final String SHIPPING = "shipping";

  /** Checks the texts and the sign. */
  public Charge {
    Text.requireVisible("charge id", id, 64);
    Text.requireVisible("kind of charge", kind, 64);
    method.ifPresent(text -> Text.requireVisible("method", text, 64));
    merchant.ifPresent(text -> Text.requireVisible("merchant", text, 64));
    taxClass.ifPresent(text -> Text.requireVisible("tax class", text, 64));
    if (amount.minor() < 0) {
      throw new InvalidInputException(
          "The charge (%s) %s must be 0 or more. Maybe use an offer to give a reduction."
              .formatted(id, amount));
    }
  }

  /**
   * A charge for shipping.
   *
   * @param id the host's name for it
   * @param method the shipping method
   * @param amount before any offer
   * @return the charge
   */
  public static Charge shipping(String id, String method, Money amount) {
    return new Charge(
        id, SHIPPING, Optional.of(method), amount, Optional.empty(), Optional.empty());
  }
}
