package dev.akinai.promotion;

import dev.akinai.base.InvalidInputException;
import java.util.List;

/** Checks the steps of tiers: ascending, of one kind, never giving less. Stateless. */
final class TierChecks {

  private static final int MAX_STEPS = 64;

  private TierChecks() {}

  static void require(Effect.Tiers.By by, Effect.Tiers.Mode mode, List<Effect.Tiers.Step> steps) {
    if (steps.isEmpty() || steps.size() > MAX_STEPS) {
      throw new InvalidInputException(
          "The steps (" + steps.size() + ") must be 1 to " + MAX_STEPS + ". Maybe add the first.");
    }
    requireKind(by, mode, steps);
    for (int i = 1; i < steps.size(); i++) {
      requireRising(steps.get(i - 1), steps.get(i));
    }
  }

  private static void requireKind(
      Effect.Tiers.By by, Effect.Tiers.Mode mode, List<Effect.Tiers.Step> steps) {
    boolean shares = steps.stream().allMatch(s -> s.benefit() instanceof Benefit.PercentOff);
    boolean sums = steps.stream().allMatch(s -> s.benefit() instanceof Benefit.AmountOff);
    boolean graduated = mode == Effect.Tiers.Mode.GRADUATED;
    boolean byUnits = by == Effect.Tiers.By.QUANTITY;
    if (!shares && !sums) {
      throw new InvalidInputException(
          "The steps must all give shares, or all sums off. Maybe make two offers.");
    }
    if (graduated && byUnits != sums) {
      throw new InvalidInputException(
          "Graduated steps must give shares of amounts, or sums off each unit. Maybe use ALL_UNITS.");
    }
  }

  private static void requireRising(Effect.Tiers.Step lower, Effect.Tiers.Step higher) {
    if (higher.from() <= lower.from()) {
      throw new InvalidInputException("The steps must ascend, but %d follows %d. Maybe sort them."
          .formatted(higher.from(), lower.from()));
    }
    if (size(higher.benefit()) < size(lower.benefit())) {
      throw new InvalidInputException(
          "The benefit must not fall, but the step from %d gives less than the one from %d. Maybe swap them."
              .formatted(higher.from(), lower.from()));
    }
  }

  private static long size(Benefit benefit) {
    return benefit instanceof Benefit.PercentOff percent
        ? percent.ppm()
        : ((Benefit.AmountOff) benefit).off().minor();
  }
}
