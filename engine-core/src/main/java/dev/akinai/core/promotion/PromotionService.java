package dev.akinai.core.promotion;

import dev.akinai.base.CallContext;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Outcome;
import dev.akinai.base.Refusal;
import dev.akinai.base.ShopId;
import dev.akinai.core.base.Commands;
import dev.akinai.core.base.RefusedInside;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.Promotions;
import dev.akinai.promotion.Ruleset;
import dev.akinai.spi.OfferStore;
import dev.akinai.spi.UnitOfWork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The offers on a storage. Thread-safe. */
public final class PromotionService implements Promotions {

  private final Commands commands;
  private final Rules rules;

  /** Offers whose commands run on a storage. */
  public PromotionService(Commands commands, Rules rules) {
    this.commands = commands;
    this.rules = rules;
  }

  @Override
  public List<Offer> parse(String json) {
    return OfferJson.parse(json);
  }

  @Override
  public String render(List<Offer> offers) {
    return OfferJson.render(offers);
  }

  @Override
  public Outcome<Ruleset> publish(List<Offer> offers, CallContext call) {
    Set<OfferId> ids = new HashSet<>();
    if (offers.isEmpty() || !offers.stream().allMatch(offer -> ids.add(offer.id()))) {
      throw new InvalidInputException(
          "The offers (%d) must name at least one, and each id once. Maybe keep the newest version."
              .formatted(offers.size()));
    }
    var command =
        new Commands.Command("promotion.publish", call, List.of(OfferJson.render(offers)), "");
    return commands.run(
        command, unit -> publish(unit, offers, call), (unit, nothing) -> rules.current(unit));
  }

  @Override
  public Outcome<Ruleset> retire(List<OfferId> offers, CallContext call) {
    var command = new Commands.Command("promotion.retire", call, List.of(offers), "");
    return commands.run(
        command, unit -> retire(unit, offers, call), (unit, nothing) -> rules.current(unit));
  }

  @Override
  public Ruleset current(ShopId shop) {
    return commands.inUnit(shop, rules::current);
  }

  private Ruleset publish(UnitOfWork unit, List<Offer> offers, CallContext call) {
    Ruleset last = rules.current(unit);
    Map<OfferId, Offer> all = byId(last);
    var added = new ArrayList<Offer>();
    for (Offer offer : offers) {
      Offer next = withVersion(offer, unit.offers().lastVersion(offer.id()) + 1);
      all.put(next.id(), next);
      added.add(next);
    }
    requireDistinctCodes(all.values());
    return write(
        unit, Rules.of(last.version() + 1, List.copyOf(all.values())), added, List.of(), call);
  }

  private Ruleset retire(UnitOfWork unit, List<OfferId> offers, CallContext call) {
    Ruleset last = rules.current(unit);
    Map<OfferId, Offer> all = byId(last);
    for (OfferId id : offers) {
      if (all.remove(id) == null) {
        throw RefusedInside.because(new Refusal.Unknown("offer", id.value()));
      }
    }
    return write(
        unit, Rules.of(last.version() + 1, List.copyOf(all.values())), List.of(), offers, call);
  }

  private Ruleset write(
      UnitOfWork unit, Ruleset next, List<Offer> added, List<OfferId> retired, CallContext call) {
    var row = new OfferStore.RulesetRow(
        next.version(),
        next.hash(),
        commands.door().now(),
        call.actor().role() + ":" + call.actor().id());
    List<OfferStore.OfferRow> rows = added.stream()
        .map(offer -> new OfferStore.OfferRow(offer.id(), offer.version(), OfferJson.render(offer)))
        .toList();
    if (!unit.offers().publish(row, rows, retired)) {
      throw RefusedInside.outrun(
          new Refusal.Changed("ruleset", Long.toString(next.version()), next.version() - 1));
    }
    return next;
  }

  private static void requireDistinctCodes(Iterable<Offer> offers) {
    Map<String, OfferId> codes = new LinkedHashMap<>();
    for (Offer offer : offers) {
      offer.code().map(code -> codes.putIfAbsent(code, offer.id())).ifPresent(other -> {
        throw new InvalidInputException(
            "The code of offer %s must be its own, but offer %s has the same after normalising. Maybe retire that one first."
                .formatted(offer.id(), other));
      });
    }
  }

  private static Map<OfferId, Offer> byId(Ruleset ruleset) {
    Map<OfferId, Offer> all = new LinkedHashMap<>();
    ruleset.offers().forEach(offer -> all.put(offer.id(), offer));
    return all;
  }

  private static Offer withVersion(Offer offer, int version) {
    return new Offer(
        offer.id(),
        version,
        offer.lane(),
        offer.priority(),
        offer.currency(),
        offer.from(),
        offer.to(),
        offer.code(),
        offer.when(),
        offer.scope(),
        offer.effect(),
        offer.party(),
        offer.limits());
  }
}
