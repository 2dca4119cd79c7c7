package dev.akinai.samples.benchmarks;

import java.util.List;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The best of 20 coupons that all fit; 64 carts in turn. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the setup first
public class CouponsBenchmark {

  static final int COUPONS = 20;
  static final int CASES = 64;

  /** Which way. */
  @Param("AKINAI")
  public String solver;

  /** What excludes what. */
  @Param("GROUPS")
  public String shape;

  private CouponSolver measured;
  private Shop shop;
  private List<CouponSolver.Prepared> cases;
  private int next;

  static List<CouponSolver.Prepared> cases(SmallCase.Shape shape) {
    return LongStream.range(0, CASES)
        .mapToObj(seed -> CouponSolver.Prepared.of(SmallCase.coupons(shape, COUPONS, seed)))
        .toList();
  }

  /** Makes the carts, and has every ruleset compiled. */
  @Setup
  public void setUp() {
    measured = CouponSolver.valueOf(solver);
    shop = new Shop();
    cases = cases(SmallCase.Shape.valueOf(shape));
    cases.forEach(each -> shop.quote(each.input(), each.ruleset()));
  }

  /** Closes the shop. */
  @TearDown
  public void tearDown() {
    shop.close();
  }

  /** Solves the next cart. */
  @Benchmark
  public long solve() {
    next = (next + 1) % CASES;
    return measured.saved(cases.get(next), shop);
  }
}
