package dev.akinai.testkit.pricing;

import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.base.ShopId;
import dev.akinai.promotion.Draft;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.Promotions;
import dev.akinai.promotion.Publication;
import dev.akinai.promotion.Ruleset;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Does what another does, except for what a subclass changes. Thread-safe as the other. */
class ForwardingPromotions implements Promotions {

  final Promotions inner;

  ForwardingPromotions(Promotions inner) {
    this.inner = inner;
  }

  @Override
  public Draft parse(String json) {
    return inner.parse(json);
  }

  @Override
  public String render(List<Offer> offers) {
    return inner.render(offers);
  }

  @Override
  public String render(Ruleset ruleset) {
    return inner.render(ruleset);
  }

  @Override
  public String schema() {
    return inner.schema();
  }

  @Override
  public Ruleset compose(Draft draft) {
    return inner.compose(draft);
  }

  @Override
  public Outcome<Ruleset> publish(Draft draft, CallContext call) {
    return inner.publish(draft, call);
  }

  @Override
  public Outcome<Ruleset> publish(Draft draft, Instant at, String reason, CallContext call) {
    return inner.publish(draft, at, reason, call);
  }

  @Override
  public Outcome<Ruleset> retire(List<OfferId> offers, CallContext call) {
    return inner.retire(offers, call);
  }

  @Override
  public Ruleset current(ShopId shop) {
    return inner.current(shop);
  }

  @Override
  public Optional<Ruleset> find(ShopId shop, long version) {
    return inner.find(shop, version);
  }

  @Override
  public List<Publication> publications(ShopId shop, int limit) {
    return inner.publications(shop, limit);
  }
}
