package dev.akinai.samples.benchmarks;

/** How long to measure. */
enum Effort {
  /** Seconds in all, to see that everything runs; its figures say little. */
  SHORT(1, 1, 1, 200, 1),
  /** Minutes in all: two forks of five iterations. */
  FULL(2, 3, 5, 1_000, 10);

  /** How many fresh JVMs. */
  final int forks;
  /** How many iterations before anything counts. */
  final int warmups;
  /** How many iterations count. */
  final int iterations;
  /** How long one iteration is. */
  final int millis;
  /** How many single shots count. */
  final int shots;

  Effort(int forks, int warmups, int iterations, int millis, int shots) {
    this.forks = forks;
    this.warmups = warmups;
    this.iterations = iterations;
    this.millis = millis;
    this.shots = shots;
  }
}
