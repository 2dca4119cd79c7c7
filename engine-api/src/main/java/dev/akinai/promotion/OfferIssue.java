package dev.akinai.promotion;

/**
 * One thing that is wrong in a rule file. Immutable.
 *
 * @param place a JSON pointer, such as {@code /0/effect/percent/ppm}
 * @param code the number of the check, such as {@code V-03}
 * @param message what is wrong, and what would be right
 */
public record OfferIssue(String place, String code, String message) {}
