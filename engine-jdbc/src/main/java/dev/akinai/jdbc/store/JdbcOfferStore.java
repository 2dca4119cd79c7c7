package dev.akinai.jdbc.store;

import static dev.akinai.jdbc.generated.Tables.AK_OFFER;
import static dev.akinai.jdbc.generated.Tables.AK_RULESET;

import dev.akinai.base.Text;
import dev.akinai.jdbc.generated.tables.records.AkOfferRecord;
import dev.akinai.jdbc.generated.tables.records.AkRulesetRecord;
import dev.akinai.promotion.OfferId;
import dev.akinai.spi.OfferStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * Versions of offers in tables, each with the first ruleset it is in and the first it is no longer in. For one thread.
 *
 * <p>A publication therefore writes only what it changes, however many offers there are.
 */
final class JdbcOfferStore implements OfferStore {

  private static final Comparator<OfferRow> BY_ID =
      Comparator.comparing(row -> row.id().value(), Text.UTF8_ORDER);

  private final StoreScope scope;

  JdbcOfferStore(StoreScope scope) {
    this.scope = scope;
  }

  @Override
  public boolean publish(RulesetRow ruleset, List<OfferRow> added, List<OfferId> retired) {
    Keys.requireOnce("offers", added, OfferRow::id);
    long last = newest(1).stream().mapToLong(RulesetRow::version).findFirst().orElse(0);
    if (ruleset.version() != last + 1 || !scope.insertOnce(AK_RULESET, row(ruleset))) {
      return false;
    }
    Stream<OfferId> gone = Stream.concat(retired.stream(), added.stream().map(OfferRow::id));
    Keys.chunks(gone.toList()).forEach(chunk -> end(chunk, ruleset.version()));
    scope.insertAll(
        AK_OFFER,
        added.stream().sorted(BY_ID).map(each -> row(each, ruleset.version())).toList());
    return true;
  }

  private AkRulesetRecord row(RulesetRow ruleset) {
    return new AkRulesetRecord(
        scope.shop(),
        ruleset.version(),
        ruleset.hash(),
        ruleset.at(),
        ruleset.actor(),
        ruleset.activeFrom(),
        ruleset.reason(),
        ruleset.settings(),
        ruleset.changes());
  }

  private AkOfferRecord row(OfferRow offer, long ruleset) {
    return new AkOfferRecord(
        scope.shop(), offer.id().value(), offer.version(), offer.json(), ruleset, null);
  }

  private void end(List<String> offers, long ruleset) {
    scope
        .dsl()
        .update(AK_OFFER)
        .set(AK_OFFER.TO_RULESET, ruleset)
        .where(AK_OFFER.SHOP.eq(scope.shop()))
        .and(AK_OFFER.OFFER_ID.in(offers))
        .and(AK_OFFER.TO_RULESET.isNull())
        .execute();
  }

  @Override
  public List<RulesetRow> newest(int limit) {
    return rulesets(DSL.noCondition(), limit);
  }

  @Override
  public Optional<RulesetRow> inForce(Instant at) {
    return rulesets(AK_RULESET.ACTIVE_FROM.le(at), 1).stream().findFirst();
  }

  @Override
  public Optional<RulesetRow> find(long version) {
    return rulesets(AK_RULESET.VER.eq(version), 1).stream().findFirst();
  }

  private List<RulesetRow> rulesets(Condition which, int limit) {
    return scope
        .dsl()
        .selectFrom(AK_RULESET)
        .where(AK_RULESET.SHOP.eq(scope.shop()))
        .and(which)
        .orderBy(AK_RULESET.VER.desc())
        .limit(limit)
        .fetch(JdbcOfferStore::ruleset);
  }

  private static RulesetRow ruleset(AkRulesetRecord row) {
    return new RulesetRow(
        row.getVer(),
        row.getHash(),
        row.getMadeAt(),
        row.getActiveFrom(),
        row.getActor(),
        row.getReason(),
        row.getSettings(),
        row.getChanges());
  }

  @Override
  public List<OfferRow> offers(long ruleset) {
    var published = DSL.selectOne()
        .from(AK_RULESET)
        .where(AK_RULESET.SHOP.eq(scope.shop()))
        .and(AK_RULESET.VER.eq(ruleset));
    return scope
        .dsl()
        .select(AK_OFFER.OFFER_ID, AK_OFFER.VER, AK_OFFER.BODY)
        .from(AK_OFFER)
        .where(AK_OFFER.SHOP.eq(scope.shop()))
        .and(AK_OFFER.FROM_RULESET.le(ruleset))
        .and(AK_OFFER.TO_RULESET.isNull().or(AK_OFFER.TO_RULESET.gt(ruleset)))
        .and(DSL.exists(published))
        .stream()
        .map(row -> new OfferRow(new OfferId(row.value1()), row.value2(), row.value3()))
        .sorted(BY_ID)
        .toList();
  }

  @Override
  public int lastVersion(OfferId id) {
    return scope
        .dsl()
        .select(AK_OFFER.VER)
        .from(AK_OFFER)
        .where(AK_OFFER.SHOP.eq(scope.shop()))
        .and(AK_OFFER.OFFER_ID.eq(id.value()))
        .orderBy(AK_OFFER.VER.desc())
        .limit(1)
        .fetchOptional(AK_OFFER.VER)
        .orElse(0);
  }
}
