package dev.akinai.core.promotion;

import dev.akinai.promotion.AmountRounding.Level;
import dev.akinai.promotion.AmountRules;
import dev.akinai.promotion.Basis;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Lane.Mode;
import dev.akinai.promotion.Lane.Rebase;
import dev.akinai.promotion.LaneId;
import dev.akinai.promotion.Offer;
import java.util.Optional;

/** Which effects and roundings go with which lanes (PRICING 2.4, 2.5, V-04). Stateless. */
final class LaneRules {

  private static final String HOW_TO_LIST =
      " Maybe take rates from LIST, or round once for the SCOPE or per BAND.";

  private LaneRules() {}

  /** What is wrong, at which field. */
  record Fault(String field, String message) {}

  /** Whether rounding per unit stands where units have no price of their own. */
  static Optional<Fault> ofLane(Lane lane) {
    boolean wrong = lane.rounding().level() == Level.UNIT
        && lane.base() == Basis.NET
        && lane.rebase() == Rebase.KEEP_LIST;
    return wrong
        ? Optional.of(new Fault(
            "rounding",
            "The lane (" + lane.id()
                + ") must not round per UNIT on NET, for the net of a unit is no whole amount."
                + HOW_TO_LIST))
        : Optional.empty();
  }

  /** Whether an offer is in a lane for other effects; only the lane's name counts. */
  static Optional<Fault> ofName(Offer offer) {
    Effect effect = offer.effect();
    Optional<LaneId> home = homeOf(effect);
    boolean special = offer.lane().equals(Lane.SHIPPING) || offer.lane().equals(Lane.TENDER);
    if (home.isPresent() ? offer.lane().equals(home.get()) : !special) {
      return Optional.empty();
    }
    return Optional.of(new Fault(
        "lane",
        "The lane (%s) must go with the effect (%s)%s. Maybe leave the lane out."
            .formatted(
                offer.lane(),
                effect.getClass().getSimpleName(),
                home.map(lane -> ", which belongs into " + lane).orElse(", which lowers goods"))));
  }

  private static Optional<LaneId> homeOf(Effect effect) {
    if (effect instanceof Effect.Shipping) {
      return Optional.of(Lane.SHIPPING);
    }
    boolean tender = effect instanceof Effect.PayPoints || effect instanceof Effect.DepositExpand;
    return tender ? Optional.of(Lane.TENDER) : Optional.empty();
  }

  /** Whether a lane that chooses for each band has an offer that works on all bands together. */
  static Optional<Fault> ofMode(Offer offer, Lane lane) {
    if (lane.mode() != Mode.BEST_PER_ITEM || isSeparable(offer, lane)) {
      return Optional.empty();
    }
    return Optional.of(
        new Fault(
            "lane",
            "The lane (" + lane.id()
                + ") takes the best offer for each item, so its offers must work on each item alone."
                + " Maybe use unitAmount or unitPrice, round per BAND or UNIT, and drop maxDiscount and maxUnits."));
  }

  private static boolean isSeparable(Offer offer, Lane lane) {
    if (offer.amounts().maxDiscount().isPresent()) {
      return false;
    }
    Effect effect = offer.effect();
    if (effect instanceof Effect.Percent percent) {
      Level level = offer.amounts().rounding().orElse(lane.rounding()).level();
      return level != Level.SCOPE && percent.maxUnits().isEmpty();
    }
    if (effect instanceof Effect.UnitAmount amount) {
      return amount.maxUnits().isEmpty() || amount.per() == Effect.Per.BAND;
    }
    // what a host registers declares its own traits
    return effect instanceof Effect.UnitPrice || effect instanceof Effect.Ext;
  }

  /** Whether an offer rounds per unit where units have no price of their own. */
  static Optional<Fault> ofRounding(Offer offer, Lane lane) {
    AmountRules amounts = offer.amounts();
    boolean own = amounts.rounding().isPresent() || amounts.base().isPresent();
    boolean wrong = own
        && amounts.rounding().orElse(lane.rounding()).level() == Level.UNIT
        && amounts.base().orElse(lane.base()) == Basis.NET
        && lane.rebase() == Rebase.KEEP_LIST;
    String field = amounts.rounding().isPresent() ? "rounding" : "base";
    return wrong
        ? Optional.of(new Fault(
            field,
            "The offer must not round per UNIT on NET, for the net of a unit is no whole amount."
                + HOW_TO_LIST))
        : Optional.empty();
  }
}
