package dev.akinai.core.promotion;

import dev.akinai.core.json.JsonLimits;
import dev.akinai.core.json.JsonRefusedException;
import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.StrictJson;
import dev.akinai.core.promotion.RulesetChecks.Lanes;
import dev.akinai.promotion.Draft;
import dev.akinai.promotion.InvalidOffersException;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferIssue;
import dev.akinai.promotion.Ruleset;
import java.util.List;
import java.util.Optional;

/**
 * The JSON form of offers, lanes and policies: strict to read, canonical to write, and {@code parse(render(x)) = x} (L-PRI-58). The form
 * itself is in the tables of {@link OfferForm}, {@link EffectForms} and {@link LaneForms}. Stateless.
 */
public final class OfferJson {

  /** Documents of rules: as for conditions, but up to 256 MiB, and deep enough for a condition in a part of a bundle in a list. */
  private static final JsonLimits LIMITS =
      JsonLimits.RULES.withDocumentBytes(256 * 1024 * 1024).withDepth(48);

  private static final DocumentForm DOCUMENT = new DocumentForm();

  private OfferJson() {}

  /**
   * Rules from their text, where nothing of the host is registered and lanes of other names than the default ones may be known to the shop.
   *
   * @throws InvalidOffersException with everything that is wrong
   */
  public static Draft parse(String text) {
    return parse(text, Names.NONE);
  }

  /** The same with what the host registered. */
  public static Draft parse(String text, Names names) {
    JsonValue document = readDocument(text);
    return read(document, names, Lane.DEFAULTS, Lanes.SOME_UNKNOWN);
  }

  /** The same for a shop whose lanes are known; those of the document take their place. */
  public static Draft parse(String text, Names names, List<Lane> lanes) {
    return read(readDocument(text), names, lanes, Lanes.ALL_KNOWN);
  }

  /**
   * Rules that were checked when they were published: what they name was registered then, and what the shop is now does not matter.
   *
   * @throws InvalidOffersException if this text was never published
   */
  public static Draft parseStored(String text) {
    JsonValue document = readDocument(text);
    var issues = new Issues();
    Reading reading = Reading.of(issues, Names.usedIn(document), Lane.DEFAULTS);
    return accepted(DOCUMENT.read(document, new Spot("", reading)), issues);
  }

  /** Offers as canonical text, always a list. */
  public static String render(List<Offer> offers) {
    return StrictJson.write(DocumentForm.OFFERS.write(offers));
  }

  /** One offer as canonical text. */
  public static String render(Offer offer) {
    return StrictJson.write(DocumentForm.OFFER.write(offer));
  }

  /** Offers, lanes and policy as canonical text; the version and the hash are not part of it, for the hash is that of this text. */
  public static String render(Ruleset ruleset) {
    return render(
        new Draft(ruleset.offers(), Optional.of(ruleset.lanes()), Optional.of(ruleset.policy())));
  }

  /** A change of the rules as canonical text. */
  public static String render(Draft draft) {
    return StrictJson.write(DOCUMENT.write(draft));
  }

  private static Draft read(JsonValue document, Names names, List<Lane> known, Lanes knowledge) {
    var issues = new Issues();
    Spot root = new Spot("", Reading.of(issues, names, known));
    Optional<Draft> draft = DOCUMENT.read(document, root);
    Optional<List<Lane>> own = DocumentForm.lanes(document, root);
    RulesetChecks checks = own.map(lanes -> new RulesetChecks(lanes, Lanes.ALL_KNOWN, issues))
        .orElseGet(() -> new RulesetChecks(known, knowledge, issues));
    own.ifPresent(lanes -> checks.ofLanes());
    checks.ofOffers(root.reading().found());
    return accepted(draft, issues);
  }

  private static Draft accepted(Optional<Draft> draft, Issues issues) {
    if (draft.isEmpty() || !issues.isEmpty()) {
      throw new InvalidOffersException(issues.list());
    }
    return draft.get();
  }

  private static JsonValue readDocument(String text) {
    try {
      return StrictJson.read(text, LIMITS);
    } catch (JsonRefusedException refused) {
      throw new InvalidOffersException(refused.issues().stream()
          .map(issue -> new OfferIssue(issue.pointer(), issue.code(), issue.message()))
          .toList());
    }
  }
}
