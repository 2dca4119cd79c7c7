package dev.akinai.core.pricing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.akinai.promotion.Ruleset;

/** Compiles rulesets with what the host registered, and keeps those that are in use. Thread-safe. */
public final class RuleCompiler {

  private final Extensions extensions;
  /** By identity: a published ruleset is parsed once and is then the same object. */
  private final Cache<Ruleset, CompiledRules> compiled = Caffeine.newBuilder()
      .weakKeys()
      .maximumSize(1_000)
      .executor(Runnable::run)
      .build();

  /** A compiler with the host's conditions and effects. */
  public RuleCompiler(Extensions extensions) {
    this.extensions = extensions;
  }

  /** What the host registered. */
  public Extensions extensions() {
    return extensions;
  }

  CompiledRules compile(Ruleset ruleset) {
    return compiled.get(ruleset, each -> CompiledRules.of(each, extensions));
  }
}
