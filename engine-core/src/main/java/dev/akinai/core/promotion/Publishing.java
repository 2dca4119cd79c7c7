package dev.akinai.core.promotion;

import dev.akinai.base.CallContext;
import dev.akinai.base.Refusal;
import dev.akinai.core.base.RefusedInside;
import dev.akinai.core.json.RecordJson;
import dev.akinai.promotion.Draft;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.OfferIssue;
import dev.akinai.promotion.PromotionRefusal;
import dev.akinai.promotion.Publication;
import dev.akinai.promotion.Ruleset;
import dev.akinai.promotion.RulesetPolicy;
import dev.akinai.spi.OfferStore;
import dev.akinai.spi.UnitOfWork;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the next rulesets of a shop. A ruleset is built on the one that counts when it begins; rulesets that wait for a later instant are made
 * again on top of it, so that no publication undoes another. Nothing that was written changes. For one unit of work.
 */
final class Publishing {

  private static final int FIRST_LOOK = 64;

  private final UnitOfWork unit;
  private final Rules rules;
  private final Names names;
  private final CallContext call;
  private final Instant now;

  Publishing(UnitOfWork unit, Rules rules, Names names, CallContext call, Instant now) {
    this.unit = unit;
    this.rules = rules;
    this.names = names;
    this.call = call;
    this.now = now;
  }

  Ruleset publish(Draft draft, Instant at, String reason) {
    Instant from = at.isBefore(now) ? now : at.truncatedTo(ChronoUnit.MICROS);
    return change(from, reason, draft, List.of());
  }

  Ruleset retire(List<OfferId> offers) {
    Ruleset current = rules.inForce(unit, now);
    Map<OfferId, Offer> known = byId(current.offers());
    offers.stream().filter(id -> !known.containsKey(id)).findFirst().ifPresent(id -> {
      throw RefusedInside.because(new Refusal.Unknown("offer", id.value()));
    });
    return change(now, "", Draft.of(List.of()), offers);
  }

  private Ruleset change(Instant from, String reason, Draft draft, List<OfferId> retired) {
    List<OfferStore.RulesetRow> waiting = waiting(from);
    Ruleset base = rules.inForce(unit, from);
    Ruleset made = make(base, draft, retired, from, reason);
    Ruleset last = made;
    for (OfferStore.RulesetRow row : waiting) {
      last = again(last, row);
    }
    return made;
  }

  /** Those that begin later, in the order in which they begin. */
  private List<OfferStore.RulesetRow> waiting(Instant from) {
    int limit = FIRST_LOOK;
    List<OfferStore.RulesetRow> newest = unit.offers().newest(limit);
    while (newest.size() == limit && newest.get(limit - 1).activeFrom().isAfter(from)) {
      limit *= 4;
      newest = unit.offers().newest(limit);
    }
    var waiting = new ArrayList<OfferStore.RulesetRow>();
    Instant before = Instant.MAX;
    for (OfferStore.RulesetRow row : newest) {
      if (!row.activeFrom().isAfter(from)) {
        break; // what is older can count no more
      }
      if (row.activeFrom().isBefore(before)) {
        waiting.add(0, row);
        before = row.activeFrom();
      }
    }
    return waiting;
  }

  /** Makes the changes of a waiting ruleset once more. */
  private Ruleset again(Ruleset base, OfferStore.RulesetRow row) {
    Ruleset waiting = rules.read(unit, row);
    PublishedChanges changes = RecordJson.read(row.changes(), PublishedChanges.class);
    List<Offer> changed = waiting.offers().stream()
        .filter(offer -> changes.changed().contains(offer.id()))
        .toList();
    var draft = new Draft(changed, Optional.of(waiting.lanes()), Optional.of(waiting.policy()));
    return make(base, draft, changes.retired(), row.activeFrom(), row.reason());
  }

  private Ruleset make(
      Ruleset base, Draft draft, List<OfferId> retired, Instant from, String reason) {
    Map<OfferId, Offer> wanted = byId(base.offers());
    retired.forEach(wanted::remove);
    draft.offers().forEach(offer -> wanted.put(offer.id(), offer));
    List<Lane> lanes = draft.lanes().orElse(base.lanes());
    RulesetPolicy policy = draft.policy().orElse(base.policy());
    requireSound(List.copyOf(wanted.values()), lanes, policy);
    var changes = new PublishedChanges(draft.offers().stream().map(Offer::id).toList(), retired);
    return write(wanted, lanes, policy, from, reason, changes);
  }

  private void requireSound(List<Offer> offers, List<Lane> lanes, RulesetPolicy policy) {
    List<OfferIssue> issues = RulesetChecks.check(offers, lanes, policy, names);
    if (!issues.isEmpty()) {
      throw RefusedInside.because(new PromotionRefusal.Unsound(issues));
    }
  }

  /** Writes what differs from the newest ruleset, whichever that is. */
  private Ruleset write(
      Map<OfferId, Offer> wanted,
      List<Lane> lanes,
      RulesetPolicy policy,
      Instant from,
      String reason,
      PublishedChanges changes) {
    Optional<OfferStore.RulesetRow> newest = unit.offers().newest(1).stream().findFirst();
    Map<OfferId, Offer> last =
        byId(newest.map(row -> rules.read(unit, row).offers()).orElse(List.of()));
    var added = new ArrayList<Offer>();
    wanted.replaceAll((id, offer) -> {
      if (offer.equals(last.get(id)) && !changes.changed().contains(id)) {
        return offer;
      }
      added.add(offer.withVersion(unit.offers().lastVersion(id) + 1));
      return added.get(added.size() - 1);
    });
    List<OfferId> gone =
        last.keySet().stream().filter(id -> !wanted.containsKey(id)).toList();
    long version = newest.map(OfferStore.RulesetRow::version).orElse(0L) + 1;
    Ruleset next = Rules.of(version, List.copyOf(wanted.values()), lanes, policy);
    store(next, from, reason, changes, added, gone);
    return next;
  }

  private void store(
      Ruleset next,
      Instant from,
      String reason,
      PublishedChanges changes,
      List<Offer> added,
      List<OfferId> gone) {
    var row = new OfferStore.RulesetRow(
        next.version(),
        next.hash(),
        now,
        from,
        call.actor().role() + ":" + call.actor().id(),
        reason,
        OfferJson.render(
            new Draft(List.of(), Optional.of(next.lanes()), Optional.of(next.policy()))),
        RecordJson.write(changes));
    List<OfferStore.OfferRow> rows = added.stream()
        .map(offer -> new OfferStore.OfferRow(offer.id(), offer.version(), OfferJson.render(offer)))
        .toList();
    if (!unit.offers().publish(row, rows, gone)) {
      throw RefusedInside.outrun(
          new Refusal.Changed("ruleset", Long.toString(next.version()), next.version() - 1));
    }
  }

  static Publication publication(OfferStore.RulesetRow row) {
    PublishedChanges changes = RecordJson.read(row.changes(), PublishedChanges.class);
    return new Publication(
        row.version(),
        row.hash(),
        row.at(),
        row.activeFrom(),
        row.actor(),
        row.reason(),
        changes.changed(),
        changes.retired());
  }

  private static Map<OfferId, Offer> byId(List<Offer> offers) {
    Map<OfferId, Offer> all = new LinkedHashMap<>();
    offers.forEach(offer -> all.put(offer.id(), offer));
    return all;
  }
}
