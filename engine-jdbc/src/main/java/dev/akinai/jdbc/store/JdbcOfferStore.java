package dev.akinai.jdbc.store;

import dev.akinai.promotion.OfferId;
import dev.akinai.spi.OfferStore;
import java.util.List;
import java.util.Optional;

/** Offers and rulesets in tables. For one thread. */
final class JdbcOfferStore implements OfferStore {

  private final StoreScope scope;

  JdbcOfferStore(StoreScope scope) {
    this.scope = scope;
  }

  private UnsupportedOperationException missing() {
    return new UnsupportedOperationException(scope.shop());
  }

  @Override
  public boolean publish(RulesetRow ruleset, List<OfferRow> added, List<OfferId> retired) {
    throw missing();
  }

  @Override
  public Optional<RulesetRow> current() {
    throw missing();
  }

  @Override
  public List<OfferRow> offers(long ruleset) {
    throw missing();
  }

  @Override
  public int lastVersion(OfferId id) {
    throw missing();
  }
}
