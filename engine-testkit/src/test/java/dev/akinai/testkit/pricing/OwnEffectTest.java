package dev.akinai.testkit.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.criteria.Args;
import dev.akinai.pricing.CustomEffect;
import dev.akinai.promotion.Draft;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;

/** A custom effect under all laws, and one that lies about its traits. */
class OwnEffectTest implements PricingLaws {

  /** A tenth, always rounded down. */
  private static final CustomEffect TENTH = effect("tenth-down", scope -> net(scope) / 10);

  /** The better the cheaper the goods are: not what its traits say. */
  private static final CustomEffect LIAR =
      effect("liar", scope -> net(scope) > 500 ? 1 : net(scope) / 2);

  private static final LawSubject ENGINE = LawSubject.inMemory(TENTH, LIAR);
  private static final Draft OFFERS = ENGINE.engine().promotions().parse("""
      [{"id":"own","lane":"PLATFORM_ORDER","effect":{"ext:tenth-down":{}}},
       {"id":"usual","lane":"PLATFORM_ORDER","effect":{"percent":{"ppm":100000}}}]
      """);

  private interface Raw {
    long of(List<CustomEffect.Line> scope);
  }

  private static CustomEffect effect(String id, Raw raw) {
    return new CustomEffect() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public Set<Trait> traits() {
        return EnumSet.of(Trait.MONOTONE, Trait.UNITS_HELP);
      }

      @Override
      public long raw(List<Line> scope, Args args) {
        return raw.of(scope);
      }
    };
  }

  private static long net(List<CustomEffect.Line> scope) {
    return scope.stream().mapToLong(CustomEffect.Line::net).sum();
  }

  @Override
  public LawSubject subject() {
    return ENGINE;
  }

  @Override
  public Draft rules() {
    return OFFERS;
  }

  @Example
  void aLyingEffectIsCaught() {
    Draft rules = ENGINE.engine().promotions().parse("""
        {"id":"liar","lane":"PLATFORM_ORDER","effect":{"ext:liar":{}}}
        """);
    LawRun run =
        LawRun.of(Law.find("L-PRI-23").orElseThrow(), ENGINE, PricingSamples.around(rules), 1_000);
    assertThat(run.broken()).isPresent();
    assertThat(run.broken().orElseThrow().message()).contains("liar takes");
  }
}
