package dev.akinai.spi;

import dev.akinai.base.Api;
import dev.akinai.promotion.OfferId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Versions of offers, and which belong to which ruleset; nothing published ever changes (R-STO-42). */
@Api(Api.Use.IMPLEMENT)
public interface OfferStore {

  /**
   * One published version of an offer, as JSON. Immutable.
   *
   * @param id which offer
   * @param version which version
   * @param json its canonical JSON
   */
  record OfferRow(OfferId id, int version, String json) {}

  /**
   * One ruleset. Immutable.
   *
   * @param version its number, from 1
   * @param hash SHA-256 of its canonical JSON, in hex
   * @param at when it was published, on the engine's clock
   * @param activeFrom from when on it counts; of several that count, the highest version does
   * @param actor who published it, as role and id
   * @param reason why, at most 500 characters, perhaps none
   * @param settings its lanes and policy, as canonical JSON
   * @param changes the ids it changed and retired, as canonical JSON
   */
  record RulesetRow(
      long version,
      String hash,
      Instant at,
      Instant activeFrom,
      String actor,
      String reason,
      String settings,
      String changes) {}

  /**
   * Publishes a ruleset if it is the next one: the offers of the last one, less the retired and replaced, plus the added.
   *
   * @param ruleset whose version is one above the last
   * @param added new versions; a row of the same id in the last ruleset is replaced
   * @param retired offers to leave out
   * @return false if somebody else published first; nothing changed
   */
  boolean publish(RulesetRow ruleset, List<OfferRow> added, List<OfferId> retired);

  /**
   * The newest rulesets, whether they count already or not.
   *
   * @param limit at most so many
   * @return newest first
   */
  List<RulesetRow> newest(int limit);

  /**
   * The ruleset that counts at an instant: the highest version whose time has come.
   *
   * @param at the instant
   * @return the row, or empty before the first
   */
  Optional<RulesetRow> inForce(Instant at);

  /**
   * One ruleset.
   *
   * @param version its number
   * @return the row, or empty
   */
  Optional<RulesetRow> find(long version);

  /**
   * The offers of a ruleset.
   *
   * @param ruleset its version
   * @return by id
   */
  List<OfferRow> offers(long ruleset);

  /**
   * The highest version an offer ever had.
   *
   * @param id which offer
   * @return 0 for an offer that was never published
   */
  int lastVersion(OfferId id);
}
