package dev.akinai.core.criteria;

import dev.akinai.criteria.Args;
import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Criterion.Basis;
import dev.akinai.criteria.CriterionLimits;
import dev.akinai.criteria.Fact;
import dev.akinai.criteria.FactSchema;
import dev.akinai.criteria.FactSheet;
import dev.akinai.criteria.FactType;
import dev.akinai.criteria.Literal;
import dev.akinai.criteria.Sum;
import dev.akinai.criteria.TreePosition;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary conditions and facts of a small shop. */
final class Criteria {
  static final FactSchema LINE = FactSchema.builder()
      .facts(FactType.TEXT, "sku", "brand")
      .facts(FactType.TREE, "category")
      .facts(FactType.SET, "tags")
      .facts(FactType.NUMBER, "price")
      .facts(FactType.FLAG, "reduced")
      .family(FactType.TEXT, "attribute")
      .build();
  static final FactSchema CART = FactSchema.builder()
      .facts(FactType.TEXT, "channel", "payment.method")
      .facts(FactType.SET, "member.segments")
      .facts(FactType.NUMBER, "member.orders")
      .facts(FactType.FLAG, "member.verified")
      .facts(FactType.TREE, "ship.region")
      .extensions("near-store")
      .lines(LINE)
      .build();

  private static final String[] TEXTS = {"", "a", "A", "\u00e4", "\ud83d\ude00", "\"\\/\u0001", "b"
  };

  private Criteria() {}

  static Arbitrary<Criterion> arbitrary() {
    return Arbitraries.lazyOf(
            Criteria::leaves,
            Criteria::leaves,
            () -> arbitrary().map(Criterion::not),
            () -> arbitrary().array(Criterion[].class).ofMaxSize(3).map(Criterion::all),
            () -> arbitrary().array(Criterion[].class).ofMaxSize(3).map(Criterion::any))
        .filter(Criteria::isSmall);
  }

  /** Facts of which any may be missing. */
  static Arbitrary<FactSheet> facts() {
    return Combinators.combine(
            Arbitraries.of(TEXTS).optional(0.6),
            codes().optional(0.6),
            Arbitraries.longs().between(-2, 2).optional(0.6),
            Arbitraries.of(true, false).optional(0.6),
            Combinators.combine(codes(), codes()).as(TreePosition::new).optional(0.6))
        .as((channel, segments, orders, verified, region) -> {
          FactSheet.Builder sheet = FactSheet.builder();
          channel.ifPresent(value -> sheet.text("channel", value));
          segments.ifPresent(value -> sheet.set("member.segments", value));
          orders.ifPresent(value -> sheet.number("member.orders", value));
          verified.ifPresent(value -> sheet.flag("member.verified", value));
          region.ifPresent(value -> sheet.tree("ship.region", value));
          return sheet.build();
        });
  }

  private static Arbitrary<Criterion> leaves() {
    return Arbitraries.oneOf(cartTests(), sums(), exts());
  }

  private static Arbitrary<Criterion> cartTests() {
    Arbitrary<String[]> several = texts().array(String[].class).ofMinSize(1).ofMaxSize(3);
    Arbitrary<Long> numbers = Arbitraries.longs().between(-2, 2);
    return Arbitraries.oneOf(
        texts().map(Fact.text("channel")::eq),
        texts().map(Fact.text("payment.method")::ne),
        several.map(Fact.text("channel")::notIn),
        several.map(Fact.set("member.segments")::hasAll),
        several.map(Fact.set("member.segments")::hasAny),
        Arbitraries.just(Fact.set("member.segments").isEmpty()),
        numbers.map(Fact.number("member.orders")::ge),
        numbers.map(from -> Fact.number("member.orders").between(from, from + 2)),
        Arbitraries.just(Fact.flag("member.verified").isFalse()),
        texts().map(Fact.tree("ship.region")::under));
  }

  private static Arbitrary<Criterion> sums() {
    Arbitrary<Sum> heads = Arbitraries.of(
        Sum.amount(Basis.NET), Sum.amount(Basis.LIST), Sum.quantity(), Sum.lines(), Sum.skus());
    Arbitrary<Criterion> line = Arbitraries.oneOf(
        texts().map(Fact.text("attribute.size-eu")::eq),
        texts().map(Fact.tree("category")::at),
        Arbitraries.longs().map(Fact.number("price")::lt));
    Arbitrary<Criterion> lines = line.array(Criterion[].class).ofMaxSize(3).map(Criterion::any);
    Arbitrary<Sum> filtered =
        Combinators.combine(heads, Arbitraries.oneOf(line, lines)).as(Sum::where);
    return Arbitraries.oneOf(
        heads.map(sum -> sum.between(0, 10)), filtered.map(sum -> sum.ge(30_000)));
  }

  private static Arbitrary<Criterion> exts() {
    Arbitrary<Literal> literals = Arbitraries.oneOf(
        texts().map(Literal::of),
        Arbitraries.longs().map(Literal::of),
        Arbitraries.of(true, false).map(Literal::of));
    return Combinators.combine(literals, literals.list().ofMaxSize(3))
        .as((one, many) -> new Criterion.Ext("near-store", args(one, many)));
  }

  private static Args args(Literal one, List<Literal> many) {
    return Args.none().with("one", one).with("many", many);
  }

  private static boolean isSmall(Criterion criterion) {
    return CriterionLimits.sizeOf(criterion).depth() < 7;
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.of(TEXTS);
  }

  private static Arbitrary<Set<String>> codes() {
    return texts().set().ofMaxSize(3);
  }
}
