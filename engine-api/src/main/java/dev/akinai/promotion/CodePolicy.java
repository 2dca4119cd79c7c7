package dev.akinai.promotion;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What opens an offer that needs a coupon: one shared code, a batch of codes that work once, or a coupon in a wallet (PRICING 9.2). Immutable.
 *
 * @param kind which of the three
 * @param code the shared code, normalised: 1 to 64 visible characters; empty for the other kinds
 * @param claimFrom since when a coupon can be claimed, or empty
 * @param claimTo until when, exclusive, or empty
 * @param claims how many coupons can be claimed by everyone, or empty
 * @param claimsPerMember how many by one member, or empty
 * @param validFor how long a claimed coupon lasts, or empty for as long as the offer
 * @param transfer whether a claimed coupon may be given to somebody else
 */
public record CodePolicy(
    Kind kind,
    Optional<String> code,
    Optional<Instant> claimFrom,
    Optional<Instant> claimTo,
    OptionalLong claims,
    OptionalLong claimsPerMember,
    Optional<Duration> validFor,
    Transfer transfer) {

  /** How coupons are made. */
  public enum Kind {
    /** One code that many buyers use. */
    SHARED,
    /** Many codes, each of which works once. */
    SINGLE,
    /** Coupons in members' wallets. */
    ASSIGNED
  }

  /** Whether a coupon may change hands. */
  public enum Transfer {
    /** It stays with the member who claimed it. */
    PERSONAL,
    /** Whoever has the code may use it. */
    TRANSFERABLE
  }

  /** Checks the code and the numbers. */
  public CodePolicy {
    code.ifPresent(text -> Text.requireVisible("code", text, 64));
    if (code.isPresent() != (kind == Kind.SHARED)) {
      throw new InvalidInputException(
          "The code policy (%s) must have a code exactly if it is SHARED. Maybe SINGLE was meant."
              .formatted(kind));
    }
    if (claims.orElse(1) < 1 || claimsPerMember.orElse(1) < 1) {
      throw new InvalidInputException(
          "The claims (%s, %s) must be 1 or more. Maybe leave them out for no limit."
              .formatted(claims, claimsPerMember));
    }
    if (claimFrom.isPresent() && claimTo.isPresent() && !claimFrom.get().isBefore(claimTo.get())) {
      throw new InvalidInputException(
          "The claim window (%s to %s) must not be empty. Maybe swap the two."
              .formatted(claimFrom.get(), claimTo.get()));
    }
    validFor.filter(time -> time.isNegative() || time.isZero()).ifPresent(time -> {
      throw new InvalidInputException(
          "The validity (" + time + ") must be more than nothing. Maybe P30D was meant.");
    });
  }

  /**
   * One code for everyone.
   *
   * @param code normalised, 1 to 64 visible characters
   * @return the policy
   */
  public static CodePolicy shared(String code) {
    return of(Kind.SHARED, Optional.of(code));
  }

  /**
   * A batch of codes that work once each.
   *
   * @return the policy
   */
  public static CodePolicy single() {
    return of(Kind.SINGLE, Optional.empty());
  }

  /**
   * Coupons in members' wallets.
   *
   * @return the policy
   */
  public static CodePolicy assigned() {
    return of(Kind.ASSIGNED, Optional.empty());
  }

  private static CodePolicy of(Kind kind, Optional<String> code) {
    return new CodePolicy(
        kind,
        code,
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        Transfer.PERSONAL);
  }
}
