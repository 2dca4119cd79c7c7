package dev.akinai.samples.benchmarks;

/** x. */
public final class Benchmarks {
  private Benchmarks() {}

  /** Tries. */
  public static void main(String[] args) {
    for (MatchCase.Mix mix : MatchCase.Mix.values()) {
      for (int n : new int[] {100, 1_000, 10_000}) {
        MatchCase match = MatchCase.of(mix, n);
        System.out.println(mix + " " + n + " matches x10 " + match.tenthsOfMatches());
        Object want = "";
        for (MatchEngine.Kind kind : MatchEngine.Kind.values()) {
          long t = System.nanoTime();
          MatchEngine engine = kind.make(match);
          long t2 = System.nanoTime();
          if (kind == MatchEngine.Kind.AKINAI) {
            want = engine.ids(3);
          }
          System.out.println(kind + " setup ms " + (t2 - t) / 1_000_000 + " count "
              + engine.match(3) + " same " + engine.ids(3).equals(want));
          long t3 = System.nanoTime();
          int runs = 0;
          while (System.nanoTime() - t3 < 500_000_000L) {
            engine.match(runs++ & 63);
          }
          System.out.println("   us " + (System.nanoTime() - t3) / 1000 / runs);
        }
      }
    }
  }
}
