package dev.akinai.core.pricing;

import dev.akinai.core.promotion.Codes;
import dev.akinai.pricing.CouponFact;
import dev.akinai.pricing.LintCode;
import dev.akinai.pricing.LintFinding;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * W-07: codes that are one after normalising or look alike in print (0 and O; 1, I and L; 5 and S; 8 and B), and codes that work once but
 * could be guessed: under 40 bits, a letter counted as 5 and a digit among digits as 3. Stateless.
 */
final class LintCodes implements LintCheck {

  private static final int LEAST_BITS = 40;
  private static final int BITS_OF_LETTER = 5;
  private static final int BITS_OF_DIGIT = 3;
  private static final String LOOKS = "O0I1L1S5B8";

  @Override
  public Stream<LintFinding> find(LintWorld world) {
    Map<String, List<CompiledOffer>> alike = new TreeMap<>();
    for (CompiledOffer rule : world.rules.offers) {
      rule.offer
          .sharedCode()
          .ifPresent(code ->
              alike.computeIfAbsent(look(code), each -> new ArrayList<>()).add(rule));
    }
    return Stream.of(
            alike.values().stream().filter(rules -> rules.size() > 1).map(LintCodes::alike),
            world.rules.offers.stream().flatMap(rule -> guessable(rule).stream()),
            coupons(world))
        .flatMap(each -> each);
  }

  /** What remains of a code to tired eyes. */
  private static String look(String code) {
    var look = new StringBuilder();
    for (char c : Codes.normalise(code).toCharArray()) {
      int place = LOOKS.indexOf(c);
      look.append(place >= 0 && place % 2 == 0 ? LOOKS.charAt(place + 1) : c);
    }
    return look.toString();
  }

  private static LintFinding alike(List<CompiledOffer> rules) {
    List<String> codes =
        rules.stream().map(rule -> rule.offer.sharedCode().orElseThrow()).toList();
    boolean same = codes.stream().map(Codes::normalise).distinct().count() == 1;
    String text = "the codes %s %s"
        .formatted(
            String.join(", ", codes),
            same ? "are one code once they are typed" : "look alike, so buyers will mistake them");
    return LintWorld.finding(LintCode.W_07, text, rules.toArray(CompiledOffer[]::new));
  }

  private static Optional<LintFinding> guessable(CompiledOffer rule) {
    Offer offer = rule.offer;
    boolean once = offer.limits().total().filter(limit -> limit.uses() == 1).isPresent();
    return offer
        .sharedCode()
        .filter(code -> once && isGuessable(code))
        .map(code -> LintWorld.finding(
            LintCode.W_07,
            "the code %s works once and has only %d characters: somebody else may guess it first"
                .formatted(code, code.length()),
            rule));
  }

  /** Codes that were issued are secrets, so only their number is told. */
  private static Stream<LintFinding> coupons(LintWorld world) {
    Map<String, Long> weak = world.input.coupons().stream()
        .filter(coupon -> coupon.code().filter(LintCodes::isGuessable).isPresent())
        .map(CouponFact::offer)
        .collect(Collectors.groupingBy(OfferId::value, TreeMap::new, Collectors.counting()));
    return weak.entrySet().stream()
        .flatMap(each -> world
            .rules
            .withId(each.getKey())
            .map(rule -> LintWorld.finding(
                LintCode.W_07,
                "%d codes of %s work once and are short enough to be guessed"
                    .formatted(each.getValue(), each.getKey()),
                rule))
            .stream());
  }

  private static boolean isGuessable(String typed) {
    String code = Codes.normalise(typed);
    boolean digits = code.chars().allMatch(Character::isDigit);
    return code.length() * (digits ? BITS_OF_DIGIT : BITS_OF_LETTER) < LEAST_BITS;
  }
}
