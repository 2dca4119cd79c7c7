package dev.akinai.testkit.pricing;

import dev.akinai.engine.Commerce;
import dev.akinai.pricing.CustomEffect;
import dev.akinai.testkit.spi.bad.KnownBadStore;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Mistakes that commerce engines are known to make, each as an engine of its own: proof that the laws bite (PRICING 12, 15).
 *
 * <p>Each must be caught by the law it names within 1,000 tries, and the true engine by none.
 */
public enum KnownBadEngine {
  /** Gives what is left of a split to the last line. */
  LAST_LINE_TAKES_THE_REST("the last line takes what a split leaves", 6, Splits::lastTakesRest),
  /** Drops what rounding leaves of a split. */
  DROPS_WHAT_ROUNDING_LEAVES("shares lose what rounding leaves", 3, Splits::dropsRest),
  /** Lets a price fall below zero instead of cutting a discount. */
  GOES_BELOW_ZERO("a discount larger than the price makes it negative", 1, Splits::belowZero),
  /** Applies a set price also where it is dearer. */
  MARKS_UP("a bundle is applied where it raises the price", 2, Splits::marksUp),
  /** Splits each party's part by itself and rounds it. */
  ROUNDS_EACH_PARTY("the parties' parts are rounded one by one", 10, Splits::roundsParties),
  /** Lets a discount fall on lines outside its scope. */
  IGNORES_SCOPES("a discount falls on lines outside its scope", 5, RuleSlips::ignoresScopes),
  /** Spreads a coupon over all lines and keeps only the part of those in scope. */
  COUNTS_OUTSIDERS("a line outside the scope lowers the discount", 17, Splits::countsOutsiders),
  /** Keeps each line as a band of its own. */
  DOES_NOT_MERGE("equal lines are priced one by one", 16, InputSlips::unmerged),
  /** Lets the order of the request decide. */
  FOLLOWS_THE_REQUEST("the order of lines decides on cents", 14, InputSlips::inOrder),
  /** Keeps a gift of an earlier quote. */
  KEEPS_GIFTS("a gift stays when its trigger is gone", 43, Memories::keepsGifts),
  /** Starts from what an earlier quote took off. */
  REMEMBERS("an earlier quote leaks into the next", 13, Memories::leaks),
  /** Makes no two equal digests. */
  NEVER_THE_SAME("equal quotes have different digests", 12, Memories::countsUp),
  /** Gives the free unit once, whatever the quantity. */
  ONE_SHOT("buy X get Y works once, whatever the quantity", 40, RuleSlips::oneShot),
  /** Lets two offers use one unit. */
  OVERLAPS("two offers use the same units", 39, Splits::overlaps),
  /** Does not look at budgets. */
  FORGETS_BUDGETS("a budget is not looked at", 34, RuleSlips::forgetsBudgets),
  /** Reads a counter, checks and writes. */
  CHECKS_THEN_ACTS("a limit is checked, then written", 35, KnownBadStore.K1),
  /** Rounds at every step. */
  ROUNDS_TOO_OFTEN("a rate is rounded for each band", 7, RuleSlips::roundsBands),
  /** Takes every rate from the undiscounted price. */
  TAKES_FROM_LIST("rates are taken from the undiscounted total", 29, RuleSlips::fromList),
  /** Applies offers in their order and never looks back. */
  FIRST_COME("offers are applied in their order", 26, RuleSlips::inTheirOrder),
  /** Applies only the largest offer. */
  ONLY_THE_LARGEST("only the largest offer is applied", 30, RuleSlips::onlyLargest),
  /** Does not keep groups and exclusions. */
  STACKS_ALL("groups and exclusions are not kept", 32, RuleSlips::stacksAll),
  /** Does not keep lowest prices. */
  IGNORES_FLOORS("lowest prices are not kept", 8, InputSlips::noFloors),
  /** Cannot tell which group counts, so none does. */
  CONFUSED_BY_GROUPS("two customer groups switch group prices off", 37, InputSlips::oneGroup),
  /** Counts the units of a line for a quantity break. */
  BREAKS_BY_LINE("a quantity break counts the units of a line", 38, Splits::breaksByLine),
  /** Compares codes letter by letter. */
  SPELLS_STRICTLY("codes must be spelt as they were made", 21, InputSlips::strictCodes),
  /** Uses up a coupon that had no effect. */
  USES_IDLE_COUPONS("a coupon without effect is used up", 33, Splits::usesIdle),
  /** Counts the end of a day by the clock of Greenwich. */
  LIVES_IN_GREENWICH("schedules end by UTC", 55, RuleSlips::utc),
  /** The same for windows of a day. */
  OPENS_IN_GREENWICH("daily windows open by UTC", 54, RuleSlips::utc),
  /** Rounds the tax of each unit where the invoice asks for one rounding. */
  TAXES_UNITS("tax is rounded for each unit", 50, InputSlips::taxesUnits),
  /** Adds a tax that is included. */
  TAXES_TWICE("included tax is added on top", 52, InputSlips::taxOnTop),
  /** Gives back the list price. */
  REFUNDS_LIST("a refund gives back the list price", 45, Refunding::list),
  /** Rounds the price of a unit anew for each return. */
  ROUNDS_REFUNDS("each refund rounds anew, whatever went back before", 44, Refunding::rounded),
  /** Says nothing of some offers. */
  SAYS_NOTHING("an offer that applies has no verdict", 56, Splits::saysNothing),
  /** Names a change without trying it. */
  GUESSES("a counterfactual is not checked", 57, Memories::guesses),
  /** Leaves limits out when it writes rules. */
  WRITES_HALF("limits are lost when rules are written", 58, RuleSlips::forgetsLimits),
  /** Keeps the order in which offers were given. */
  LAST_RULE_WINS("offers of equal priority keep the order of the file", 15, RuleSlips::unsorted),
  /** Files an offer under its first name only. */
  FILES_ONCE("an offer is found by the first of its SKUs only", 59, RuleSlips::filesOnce);

  private final String defect;
  private final int law;

  @SuppressWarnings("ImmutableEnumChecker") // makes a new engine each time
  private final Supplier<LawSubject> maker;

  KnownBadEngine(String defect, int law, Function<Commerce, Commerce> slip) {
    this.defect = defect;
    this.law = law;
    this.maker = () -> {
      LawSubject right = LawSubject.inMemory();
      return right.with(slip.apply(right.engine()));
    };
  }

  KnownBadEngine(String defect, int law, KnownBadStore store) {
    this.defect = defect;
    this.law = law;
    this.maker = () -> LawSubject.on(store::around, new CustomEffect[0]);
  }

  /**
   * What is wrong with it.
   *
   * @return in a few words
   */
  public String defect() {
    return defect;
  }

  /**
   * The law that must be broken.
   *
   * @return the law
   */
  public Law law() {
    return Law.all().get(law - 1);
  }

  /**
   * The engine, in memory.
   *
   * @return a new one
   */
  public LawSubject open() {
    return maker.get();
  }
}
