package dev.akinai.promotion;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who bears a reduction; the last party takes what the others' shares leave (PRICING 3.5, 6.5). Immutable.
 *
 * @param shares of all parties but the last, at most 7, together at most 1,000,000 ppm
 * @param rest the last party
 */
public record Funding(List<PartyShare> shares, String rest) {

  /** The merchant whose line it is. */
  public static final String MERCHANT = "merchant";

  /** The platform. */
  public static final String PLATFORM = "platform";

  /** The merchant bears all. */
  public static final Funding BY_MERCHANT = new Funding(List.of(), MERCHANT);

  /**
   * What one party bears. Immutable.
   *
   * @param party such as {@code platform}, {@code supplier:acme}; 1 to 64 visible characters
   * @param ppm parts per million, 0 to 1,000,000
   */
  public record PartyShare(String party, long ppm) {
    /** Checks the name and the rate. */
    public PartyShare {
      Text.requireVisible("party", party, 64);
      if (ppm < 0 || ppm > 1_000_000) {
        throw new InvalidInputException(
            "The share (%d ppm) of %s must be 0 to 1,000,000. Maybe 30 %% was meant: 300000."
                .formatted(ppm, party));
      }
    }
  }

  /** Copies the shares and checks their sum and names. */
  public Funding {
    shares = List.copyOf(shares);
    Text.requireVisible("party", rest, 64);
    Set<String> seen = new HashSet<>(Set.of(rest));
    long sum = shares.stream().mapToLong(PartyShare::ppm).sum();
    if (shares.size() > 7
        || sum > 1_000_000
        || !shares.stream().allMatch(share -> seen.add(share.party()))) {
      throw new InvalidInputException(
          "The funding (%s, rest %s) must name at most 8 different parties with at most 1,000,000 ppm. Maybe lower a share."
              .formatted(shares, rest));
    }
  }

  /**
   * One party bears all.
   *
   * @param party 1 to 64 visible characters
   * @return the funding
   */
  public static Funding by(String party) {
    return new Funding(List.of(), party);
  }
}
