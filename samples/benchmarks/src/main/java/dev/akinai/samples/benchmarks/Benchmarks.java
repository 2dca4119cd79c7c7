package dev.akinai.samples.benchmarks;

import dev.akinai.pricing.Quote;

/** x. */
public final class Benchmarks {
  private Benchmarks() {}

  /** Tries. */
  public static void main(String[] args) {
    Shop shop = new Shop();
    long lose = 0;
    long wrong = 0;
    long proven = 0;
    long ts = 0;
    long tb = 0;
    for (int i = 0; i < 2000; i++) {
      SmallCase c = SmallCase.cart(i);
      SmallEngine e = new SmallEngine(c);
      long t = System.nanoTime();
      Quote q = shop.quote(c.input(), c.ruleset());
      long t1 = System.nanoTime();
      long bf = e.bruteForce();
      tb += System.nanoTime() - t1;
      ts += t1 - t;
      long ours = q.discount().minor();
      proven += q.certificate().toString().equals("PROVEN") ? 1 : 0;
      wrong += ours != bf ? 1 : 0;
      lose += Greedy.best(e) < ours ? 1 : 0;
      if (ours != bf && wrong < 4) {
        System.out.println(i + " " + ours + " " + bf + " " + q.certificate() + c + q.receipt());
      }
    }
    System.out.println("wrong " + wrong + " lose " + lose + " proven " + proven + " us ours " + ts / 2000000 + " brute " + tb / 2000000);
    for (SmallCase.Shape shape : SmallCase.Shape.values()) {
      for (int n : new int[] {12, 16, 20}) {
        wrong = lose = proven = ts = tb = 0;
        long nodes = 0;
        int runs = n == 20 ? 5 : 20;
        for (int i = 0; i < runs; i++) {
          SmallCase c = SmallCase.coupons(shape, n, i);
          SmallEngine e = new SmallEngine(c);
          long t = System.nanoTime();
          Quote q = shop.quote(c.input(), c.ruleset());
          long t1 = System.nanoTime();
          long bf = e.bruteForce();
          tb += System.nanoTime() - t1;
          ts += t1 - t;
          long ours = q.discount().minor();
          nodes += q.certificate().nodes();
          proven += q.certificate().toString().equals("PROVEN") ? 1 : 0;
          wrong += ours != bf ? 1 : 0;
          lose += Greedy.best(e) < ours ? 1 : 0;
        }
        System.out.println(shape + " " + n + " wrong " + wrong + " lose " + lose + " proven " + proven + " of " + runs + " nodes " + nodes / runs + " us ours " + ts / 1000 / runs + " brute " + tb / 1000 / runs);
      }
    }
  }
}
