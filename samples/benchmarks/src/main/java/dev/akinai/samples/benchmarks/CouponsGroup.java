package dev.akinai.samples.benchmarks;

import dev.akinai.pricing.Certificate;
import dev.akinai.pricing.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The best of 20 coupons, beside brute force and four greedy orders. For one thread. */
final class CouponsGroup {

  private final Settings settings;
  private final Section section =
      new Section("coupons", "20 competing coupons on 20 lines, one thread");

  CouponsGroup(Settings settings) {
    this.settings = settings;
  }

  Section run() {
    section.note("Akinai's time is that of the whole quote; the others only choose."
        + " Brute force and the greedy orders compute with a small implementation of their own"
        + " (rates and amounts off, largest remainder), which must agree with Akinai.");
    section.note(
        "Brute force tries every feasible set of the 20: a million where all may be combined,"
            + " but few where much is excluded. Sets that begin alike share the work of their beginning.");
    section.note(
        "Greedy takes what fits and still lowers the price. 64 carts in turn; saved:"
            + " share of what Akinai saves, and the number of carts where it is less or, if Akinai could not prove its choice within its node budget, more.");
    measure(SmallCase.Shape.GROUPS, "four groups of five, one of each");
    measure(SmallCase.Shape.PAIRS, "each excludes three others");
    measure(SmallCase.Shape.FREE, "all may be combined, a third asks what the others leave");
    return section;
  }

  private void measure(SmallCase.Shape shape, String title) {
    List<CouponSolver.Prepared> cases = CouponsBenchmark.cases(shape);
    var table = new Table(List.of("way", "p50", "p99", "saved", "worse", "better"));
    try (Shop shop = new Shop()) {
      List<Ours> ours = cases.stream().map(each -> Ours.of(each, shop)).toList();
      for (CouponSolver solver : CouponSolver.values()) {
        table.row(row(shape, solver, cases, ours, shop));
      }
      long proven = ours.stream().filter(Ours::proven).count();
      section.table(title + "; proven best: " + proven + " of " + cases.size(), table);
    }
  }

  /** What Akinai saves on a cart, and whether it says that nothing saves more. */
  private record Ours(long saved, boolean proven) {

    static Ours of(CouponSolver.Prepared prepared, Shop shop) {
      Quote quote = shop.quote(prepared.input(), prepared.ruleset());
      return new Ours(
          quote.discount().minor(), quote.certificate().proof() == Certificate.Proof.PROVEN);
    }
  }

  private List<String> row(
      SmallCase.Shape shape,
      CouponSolver solver,
      List<CouponSolver.Prepared> cases,
      List<Ours> ours,
      Shop shop) {
    Map<String, String> what = Map.of("solver", solver.name(), "shape", shape.name());
    Jmh.Measured measured = settings.jmh().sampled(CouponsBenchmark.class, what);
    Figure p99 = measured.percentile(99);
    section.figure(what, measured.percentile(50));
    section.figure(Map.of("solver", solver.name(), "shape", shape.name(), "figure", "p99"), p99);
    if (solver == CouponSolver.AKINAI) {
      String name = shape.name().toLowerCase(Locale.ROOT);
      section.atMost(name + ": p99 of the whole quote", 1_000, p99.median(), "us");
    }
    var cells = new ArrayList<>(List.of(solver.label, measured.percentile(50).text(), p99.text()));
    cells.addAll(quality(solver, checked(solver, cases), ours, shop));
    return cells;
  }

  /** Brute force takes a third of a second for a cart, so a short run asks it about a few only. */
  private List<CouponSolver.Prepared> checked(
      CouponSolver solver, List<CouponSolver.Prepared> cases) {
    return solver == CouponSolver.BRUTE_FORCE && settings.isShort() ? cases.subList(0, 8) : cases;
  }

  private static List<String> quality(
      CouponSolver solver, List<CouponSolver.Prepared> cases, List<Ours> ours, Shop shop) {
    long best = 0;
    long sum = 0;
    int worse = 0;
    int better = 0;
    for (int i = 0; i < cases.size(); i++) {
      long saved = solver.saved(cases.get(i), shop);
      requireProof(solver, saved, ours.get(i));
      best += ours.get(i).saved();
      sum += saved;
      worse += saved < ours.get(i).saved() ? 1 : 0;
      better += saved > ours.get(i).saved() ? 1 : 0;
    }
    String share = String.format(Locale.ROOT, "%.2f %%", 100.0 * sum / best);
    return List.of(share, worse + " of " + cases.size(), better + " of " + cases.size());
  }

  private static void requireProof(CouponSolver solver, long saved, Ours ours) {
    if (ours.proven() && saved > ours.saved()) {
      throw new IllegalStateException(
          "What Akinai proves to be best (%d) must be at least what %s saves (%d). Maybe a bound is wrong."
              .formatted(ours.saved(), solver, saved));
    }
  }
}
