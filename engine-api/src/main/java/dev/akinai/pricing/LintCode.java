package dev.akinai.pricing;

/** What can be wrong with rules that are sound one by one (PRICING 8). The codes are stable. Immutable. */
public enum LintCode {
  /** The offer is over, asks for what cannot be, or another offer always comes first. */
  W_01("W-01"),
  /** Offers together would take more than a floor or a cap leaves, or make goods free. */
  W_02("W-02"),
  /** Who buys more pays less in all. */
  W_03("W-03"),
  /** Two offers of equal priority stack, and their order changes the total. */
  W_04("W-04"),
  /** Who buys more gets less off. */
  W_05("W-05"),
  /** What is bought for a reward can be the reward itself. */
  W_06("W-06"),
  /** Codes are easily mistaken for each other, or a code that works once is easily guessed. */
  W_07("W-07"),
  /** A deep offer has neither budget nor limit, or an offer shuts out a better one. */
  W_08("W-08"),
  /** A local time is not there, is there twice, or ends a day too early. */
  W_09("W-09"),
  /** The offer names what the shop does not have, or takes nothing off. */
  W_10("W-10");

  private final String text;

  LintCode(String text) {
    this.text = text;
  }

  /**
   * The code as people write it.
   *
   * @return such as {@code W-03}
   */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
