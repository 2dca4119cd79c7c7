package dev.akinai.core.promotion;

import dev.akinai.base.CallContext;
import dev.akinai.base.InputTooLargeException;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Outcome;
import dev.akinai.base.ShopId;
import dev.akinai.base.Text;
import dev.akinai.core.base.Commands;
import dev.akinai.promotion.Draft;
import dev.akinai.promotion.InvalidOffersException;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.OfferIssue;
import dev.akinai.promotion.Promotions;
import dev.akinai.promotion.Publication;
import dev.akinai.promotion.Ruleset;
import dev.akinai.promotion.RulesetPolicy;
import dev.akinai.spi.UnitOfWork;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The offers on a storage. Thread-safe. */
public final class PromotionService implements Promotions {

  private static final int MOST_REASON = 500;
  private static final int MOST_PUBLICATIONS = 500;
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private final Commands commands;
  private final Rules rules;
  private final Names names;

  /** Offers whose commands run on a storage, with what the host registered. */
  public PromotionService(Commands commands, Rules rules, Names names) {
    this.commands = commands;
    this.rules = rules;
    this.names = names;
  }

  @Override
  public Draft parse(String json) {
    return OfferJson.parse(json, names);
  }

  @Override
  public String render(List<Offer> offers) {
    return OfferJson.render(offers);
  }

  @Override
  public String render(Ruleset ruleset) {
    return OfferJson.render(ruleset);
  }

  @Override
  public String schema() {
    return OfferSchema.text();
  }

  @Override
  public Ruleset compose(Draft draft) {
    List<Lane> lanes = draft.lanes().orElse(Lane.DEFAULTS);
    RulesetPolicy policy = draft.policy().orElse(RulesetPolicy.DEFAULT);
    List<OfferIssue> issues = RulesetChecks.check(draft.offers(), lanes, policy, names);
    if (!issues.isEmpty()) {
      throw new InvalidOffersException(issues);
    }
    return Rules.of(1, draft.offers(), lanes, policy);
  }

  @Override
  public Outcome<Ruleset> publish(Draft draft, CallContext call) {
    return publish(draft, Instant.MIN, "", call);
  }

  @Override
  public Outcome<Ruleset> publish(Draft draft, Instant at, String reason, CallContext call) {
    requireChange(draft);
    Text.requireText("reason", reason, MOST_REASON);
    if (at.isAfter(LAST)) {
      throw new InvalidInputException("The instant (" + at
          + ") must be in the year 9999 or before. Maybe publish without one.");
    }
    List<Object> content = List.of(OfferJson.render(draft), at, reason);
    return change(
        new Commands.Command("promotion.publish", call, content, ""),
        unit -> new Publishing(unit, rules, names, call, commands.door().now())
            .publish(draft, at, reason));
  }

  @Override
  public Outcome<Ruleset> retire(List<OfferId> offers, CallContext call) {
    return change(
        new Commands.Command("promotion.retire", call, List.of(offers), ""),
        unit -> new Publishing(unit, rules, names, call, commands.door().now()).retire(offers));
  }

  private Outcome<Ruleset> change(Commands.Command command, Function<UnitOfWork, Ruleset> work) {
    return commands.run(
        command, work, (unit, nothing) -> rules.inForce(unit, commands.door().now()));
  }

  private static void requireChange(Draft draft) {
    Set<OfferId> ids = new HashSet<>();
    boolean once = draft.offers().stream().allMatch(offer -> ids.add(offer.id()));
    boolean any = !ids.isEmpty() || draft.lanes().isPresent() || draft.policy().isPresent();
    if (!any || !once) {
      throw new InvalidInputException(
          "The draft (%d offers) must change something, and name each offer once. Maybe keep the newest version."
              .formatted(draft.offers().size()));
    }
  }

  @Override
  public Ruleset current(ShopId shop) {
    return commands.inUnit(shop, unit -> rules.inForce(unit, commands.door().now()));
  }

  @Override
  public Optional<Ruleset> find(ShopId shop, long version) {
    return commands.inUnit(shop, unit -> rules.find(unit, version));
  }

  @Override
  public List<Publication> publications(ShopId shop, int limit) {
    if (limit < 1 || limit > MOST_PUBLICATIONS) {
      throw new InputTooLargeException("publications", MOST_PUBLICATIONS, limit);
    }
    return commands.inUnit(
        shop,
        unit ->
            unit.offers().newest(limit).stream().map(Publishing::publication).toList());
  }
}
