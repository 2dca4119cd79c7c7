package dev.akinai.promotion;

import dev.akinai.base.Api;
import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.base.ShopId;
import java.util.List;

/** Reads, publishes and retires offers. Safe to call from any thread. */
@Api(Api.Use.CALL)
public interface Promotions {

  /**
   * Reads offers from their JSON form: one offer or a list of them.
   *
   * @param json at most 256 KiB; unknown fields are mistakes
   * @return the offers, checked
   * @throws InvalidOffersException with every mistake and its place
   */
  List<Offer> parse(String json);

  /**
   * Writes offers in their canonical JSON form, which {@link #parse} reads back.
   *
   * @param offers any offers
   * @return a JSON list, keys sorted, no white space
   */
  String render(List<Offer> offers);

  /**
   * Publishes offers: new ones are added, those with a known id replace it, the others stay.
   *
   * @param offers at least one, each id once
   * @param call whose shop, who asks, and the request's key
   * @return the new ruleset
   */
  Outcome<Ruleset> publish(List<Offer> offers, CallContext call);

  /**
   * Takes offers out; quotes and orders that used them stay as they are.
   *
   * @param offers which
   * @param call whose shop, who asks, and the request's key
   * @return the new ruleset, or {@link dev.akinai.base.Refusal.Unknown}
   */
  Outcome<Ruleset> retire(List<OfferId> offers, CallContext call);

  /**
   * The ruleset that quotes use now.
   *
   * @param shop whose shop
   * @return the newest ruleset
   */
  Ruleset current(ShopId shop);
}
