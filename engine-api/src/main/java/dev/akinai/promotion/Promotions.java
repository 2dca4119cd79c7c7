package dev.akinai.promotion;

import dev.akinai.base.Api;
import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.base.ShopId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads, publishes and retires offers. Safe to call from any thread. */
@Api(Api.Use.CALL)
public interface Promotions {

  /**
   * Reads rules from their JSON form: one offer, a list of offers, or an object of {@code offers}, {@code lanes} and {@code policy}.
   *
   * @param json at most 256 MiB; unknown fields are mistakes
   * @return the rules, checked
   * @throws InvalidOffersException with every mistake and its place
   */
  Draft parse(String json);

  /**
   * Writes offers in their canonical JSON form, which {@link #parse} reads back.
   *
   * @param offers any offers
   * @return a JSON list, keys sorted, no white space
   */
  String render(List<Offer> offers);

  /**
   * Writes a whole ruleset in its canonical JSON form, which {@link #parse} reads back.
   *
   * @param ruleset any ruleset
   * @return a JSON object, keys sorted, no white space
   */
  String render(Ruleset ruleset);

  /**
   * The JSON Schema of what {@link #parse} reads (draft 2020-12).
   *
   * @return the schema, keys sorted
   */
  String schema();

  /**
   * A ruleset that is not published anywhere: for tests, simulations and tools.
   *
   * @param draft the rules; without lanes the default lanes
   * @return the ruleset, version 1
   * @throws InvalidOffersException with every mistake
   */
  Ruleset compose(Draft draft);

  /**
   * Publishes rules from now on: new offers are added, those with a known id replace it, the others stay.
   *
   * @param draft at least one change
   * @param call whose shop, who asks, and the request's key
   * @return the new ruleset, or every {@link PromotionRefusal}
   */
  Outcome<Ruleset> publish(Draft draft, CallContext call);

  /**
   * Publishes rules ahead; until then quotes use the rules before.
   *
   * <p>Publications that wait for a later instant stay: their changes are made again on top of this one, as rulesets of their own.
   *
   * @param draft at least one change
   * @param at from when on it counts; now, if it lies in the past
   * @param reason why, for the audit, at most 500 characters
   * @param call whose shop, who asks, and the request's key
   * @return the new ruleset, or every {@link PromotionRefusal}
   */
  Outcome<Ruleset> publish(Draft draft, Instant at, String reason, CallContext call);

  /**
   * Takes offers out from now on; quotes and orders that used them stay as they are.
   *
   * @param offers which
   * @param call whose shop, who asks, and the request's key
   * @return the new ruleset, {@link dev.akinai.base.Refusal.Unknown} or every {@link PromotionRefusal}
   */
  Outcome<Ruleset> retire(List<OfferId> offers, CallContext call);

  /**
   * The ruleset that quotes use now.
   *
   * @param shop whose shop
   * @return the newest ruleset that counts
   */
  Ruleset current(ShopId shop);

  /**
   * A ruleset as it was published.
   *
   * @param shop whose shop
   * @param version its number
   * @return the ruleset, or empty
   */
  Optional<Ruleset> find(ShopId shop, long version);

  /**
   * Who changed the rules and when, newest first.
   *
   * @param shop whose shop
   * @param limit 1 to 500
   * @return the publications
   */
  List<Publication> publications(ShopId shop, int limit);
}
