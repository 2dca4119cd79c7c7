package dev.akinai.core.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.core.json.JsonLimits;
import dev.akinai.core.json.JsonValue;
import dev.akinai.core.json.JsonValue.JsonArray;
import dev.akinai.core.json.JsonValue.JsonBool;
import dev.akinai.core.json.JsonValue.JsonNull;
import dev.akinai.core.json.JsonValue.JsonNumber;
import dev.akinai.core.json.JsonValue.JsonObject;
import dev.akinai.core.json.JsonValue.JsonText;
import dev.akinai.core.json.StrictJson;
import dev.akinai.promotion.Draft;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.InvalidOffersException;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.Ruleset;
import dev.akinai.promotion.RulesetPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the JSON form: whatever is sound is read back, and whatever is broken is named. */
class OfferLawsTest {

  private static final SchemaValidator SCHEMA = new SchemaValidator(OfferSchema.schema());
  private static final JsonLimits LIMITS = JsonLimits.RULES.withDepth(60);

  @Provide
  Arbitrary<Offer> offers() {
    return Offers.offer();
  }

  @Provide
  Arbitrary<Draft> drafts() {
    return Offers.drafts();
  }

  @Provide
  Arbitrary<JsonValue> values() {
    Arbitrary<JsonValue> leaves = Arbitraries.oneOf(
        Arbitraries.of(0L, 1L, -1L, 1_000_001L, Long.MAX_VALUE, Long.MIN_VALUE)
            .map(JsonNumber::new),
        Arbitraries.of("", "NET", "P1D", "2026-02-30", "a b", "ext:x", "\ud83d\ude00", "LANE")
            .map(JsonText::new),
        Arbitraries.of(new JsonBool(true), new JsonBool(false), JsonNull.NULL));
    return Arbitraries.oneOf(
        leaves,
        leaves.list().ofMaxSize(3).map(JsonArray::new),
        leaves.map(leaf -> JsonObject.of("percent", leaf)),
        leaves.map(leaf -> JsonObject.of("all", leaf)),
        Arbitraries.just(JsonObject.of(Map.of())));
  }

  @Property(tries = 400)
  @Label("L-PRI-58 parse(render(x)) = x for offers")
  void offersAreReadBack(@ForAll("offers") Offer offer) {
    String text = OfferJson.render(offer);

    Draft read = OfferJson.parse(text, Offers.NAMES);

    assertThat(read).isEqualTo(Draft.of(offer));
    assertThat(OfferJson.render(read.offers().get(0))).isEqualTo(text);
    assertThat(OfferJson.parse(OfferJson.render(List.of(offer)), Offers.NAMES)).isEqualTo(read);
    assertThat(OfferJson.parseStored(text)).isEqualTo(read);
  }

  @Property(tries = 300)
  @Label("L-PRI-58 parse(render(x)) = x for rulesets")
  void rulesetsAreReadBack(@ForAll("drafts") Draft draft) {
    List<Lane> lanes = draft.lanes().orElseThrow();
    RulesetPolicy policy = draft.policy().orElseThrow();
    String text = OfferJson.render(new Ruleset(3, "hash", lanes, policy, draft.offers()));

    Draft read = OfferJson.parse(text, Offers.NAMES);

    assertThat(read).isEqualTo(draft);
    assertThat(OfferJson.render(read)).isEqualTo(text);
    assertThat(RulesetChecks.check(draft.offers(), lanes, policy, Offers.NAMES)).isEmpty();
  }

  @Property(tries = 300)
  void theSchemaAcceptsWhatIsWritten(@ForAll("drafts") Draft draft) {
    assertThat(SCHEMA.accepts(StrictJson.read(OfferJson.render(draft), LIMITS))).isTrue();
    draft
        .offers()
        .forEach(
            offer -> assertThat(SCHEMA.accepts(StrictJson.read(OfferJson.render(offer), LIMITS)))
                .isTrue());
  }

  @Property(tries = 2_000)
  void aBrokenDocumentIsReadOrNamed(
      @ForAll("drafts") Draft draft, @ForAll("values") JsonValue other, @ForAll Random random) {
    JsonValue document = StrictJson.read(OfferJson.render(draft), LIMITS);
    JsonValue broken = mutated(document, other, random);

    Optional<Draft> read = readOrNamed(broken);

    // the schema refuses no document that is read
    read.ifPresent(sound -> {
      assertThat(SCHEMA.accepts(broken)).as(StrictJson.write(broken)).isTrue();
      assertThat(OfferJson.parse(OfferJson.render(sound), Offers.NAMES).offers())
          .isEqualTo(sound.offers());
    });
  }

  private static Optional<Draft> readOrNamed(JsonValue broken) {
    try {
      return Optional.of(OfferJson.parse(StrictJson.write(broken), Offers.NAMES));
    } catch (InvalidOffersException refused) {
      assertThat(refused.issues()).isNotEmpty().allSatisfy(issue -> {
        assertThat(issue.code()).matches("V-(0[1-9]|1[01])|json[.][a-z-]+");
        assertThat(issue.place()).matches("(/[^/]*)*");
        assertThat(issue.message()).contains("Maybe");
      });
      boolean unknown = refused.issues().stream().anyMatch(issue -> issue.code().equals("V-01"));
      assertThat(unknown && SCHEMA.accepts(broken)).as(StrictJson.write(broken)).isFalse();
      return Optional.empty();
    }
  }

  /** The document with one member or item at any depth left out, renamed or replaced. */
  private static JsonValue mutated(JsonValue value, JsonValue other, Random random) {
    if (value instanceof JsonObject object && !object.members().isEmpty()) {
      List<String> names = new ArrayList<>(object.members().keySet());
      return mutated(object, names.get(random.nextInt(names.size())), other, random);
    }
    if (value instanceof JsonArray array && !array.items().isEmpty()) {
      List<JsonValue> items = new ArrayList<>(array.items());
      int index = random.nextInt(items.size());
      items.set(index, mutated(items.get(index), other, random));
      return new JsonArray(items);
    }
    return other;
  }

  private static JsonValue mutated(JsonObject object, String name, JsonValue other, Random random) {
    Map<String, JsonValue> members = new TreeMap<>(object.members());
    JsonValue old = Objects.requireNonNull(members.remove(name));
    switch (random.nextInt(6)) {
      case 0 -> {}
      case 1 -> members.put(name + "s", old);
      case 2 -> members.put(name, other);
      default -> members.put(name, mutated(old, other, random));
    }
    return JsonObject.of(members);
  }

  @Example
  void theArbitrariesHoldEveryEffect() {
    Set<Class<?>> seen = new HashSet<>();
    Offers.effects().sampleStream().limit(1_000).forEach(effect -> seen.add(effect.getClass()));

    assertThat(seen).hasSize(EffectForms.ALL.size() + 1).contains(Effect.Ext.class);
    assertThat(seen)
        .containsAll(EffectForms.ALL.stream().map(EffectForms.Row::type).toList());
    assertThat(Effect.class.getPermittedSubclasses()).hasSize(seen.size());
  }
}
