package dev.akinai.core.pricing;

import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Ratio;
import dev.akinai.money.Rounding;
import dev.akinai.money.Split;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Limits;
import dev.akinai.promotion.RulesetPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntPredicate;

/**
 * Everything that cuts a reduction: floors, caps of lanes, merchants and the cart, budgets; and the currency it is counted in (PRICING 2.5,
 * 6.3). For one quote and thread.
 */
final class Bounds {

  private static final long NO_CAP = Long.MAX_VALUE / 4;

  private final Sheet sheet;
  private final List<Lane> lanes;
  private final RulesetPolicy policy;
  private final CurrencyCode currency;
  private final boolean capped;

  Bounds(Sheet sheet, List<Lane> lanes, RulesetPolicy policy, CurrencyCode currency) {
    this.sheet = sheet;
    this.lanes = lanes;
    this.policy = policy;
    this.currency = currency;
    this.capped = policy.cartCapPpm().isPresent()
        || policy.merchantCapPpm().isPresent()
        || lanes.stream().anyMatch(lane -> lane.capPpm().isPresent());
  }

  /** Before caps are set, nothing is capped. */
  void unlimited(Nets nets) {
    Arrays.fill(nets.caps, NO_CAP);
  }

  /** How many caps the amounts of a cart carry: the cart's, each merchant's, each lane's. */
  int caps() {
    return capped ? 1 + sheet.merchants.size() + lanes.size() : 0;
  }

  /** Sets caps and the floors that a cap per band means, from the list amounts as they are now. */
  void open(Nets nets) {
    if (policy.bandCapPpm().isPresent()) {
      long ppm = policy.bandCapPpm().getAsLong();
      for (int i = 0; i < nets.size && !nets.isCharge(i); i++) {
        long most = Exact.floor(nets.list[i], ppm, Exact.PPM);
        nets.floor[i] = Math.max(nets.floor[i], nets.list[i] - most);
      }
    }
    if (!capped) {
      return;
    }
    nets.caps[0] = share(list(nets, -1), policy.cartCapPpm());
    for (int m = 0; m < sheet.merchants.size(); m++) {
      nets.caps[1 + m] = share(list(nets, m), policy.merchantCapPpm());
    }
    for (int l = 0; l < lanes.size(); l++) {
      nets.caps[lane(l)] = share(list(nets, -1), lanes.get(l).capPpm());
    }
  }

  private int lane(int index) {
    return 1 + sheet.merchants.size() + index;
  }

  private static long share(long amount, OptionalLong ppm) {
    return ppm.isPresent() ? Exact.floor(amount, ppm.getAsLong(), Exact.PPM) : NO_CAP;
  }

  private long list(Nets nets, int merchant) {
    long total = 0;
    for (int i = 0; i < nets.size && !nets.isCharge(i); i++) {
      if (merchant < 0 || merchantOf(nets, i) == merchant) {
        total += nets.list[i];
      }
    }
    return total;
  }

  private int merchantOf(Nets nets, int run) {
    return nets.isCharge(run) ? -1 : sheet.bands.get(nets.band[run]).merchantIndex;
  }

  /** The most that can be taken off these runs now. */
  long room(Candidate candidate, Nets nets, int[] runs, int count) {
    if (!capped) {
      long room = 0;
      for (int i = 0; i < count; i++) {
        room += nets.room(runs[i]);
      }
      return room;
    }
    long[] rooms = roomsOfGroups(nets, runs, count);
    return rooms[0] + goodsRoom(candidate, nets, rooms);
  }

  /** Charges first, then each merchant. */
  private long[] roomsOfGroups(Nets nets, int[] runs, int count) {
    long[] rooms = new long[1 + sheet.merchants.size()];
    for (int i = 0; i < count; i++) {
      rooms[1 + merchantOf(nets, runs[i])] += nets.room(runs[i]);
    }
    for (int m = 0; m < sheet.merchants.size(); m++) {
      rooms[1 + m] = Math.min(rooms[1 + m], nets.caps[1 + m]);
    }
    return rooms;
  }

  private long goodsRoom(Candidate candidate, Nets nets, long[] rooms) {
    long goods = 0;
    for (int m = 1; m < rooms.length; m++) {
      goods += rooms[m];
    }
    return Math.min(goods, Math.min(nets.caps[0], nets.caps[lane(candidate.rule.laneIndex)]));
  }

  /** Splits an amount over runs by weights; what finds no room in a run goes to the others. */
  long[] spread(
      Candidate candidate, Nets nets, int[] runs, int count, long amount, long[] weights) {
    long[] rooms = new long[count];
    for (int i = 0; i < count; i++) {
      rooms[i] = nets.room(runs[i]);
    }
    return capped
        ? spreadByGroup(candidate, nets, runs, count, amount, weights, rooms)
        : spread(amount, weights, rooms);
  }

  private long[] spreadByGroup(
      Candidate candidate,
      Nets nets,
      int[] runs,
      int count,
      long amount,
      long[] weights,
      long[] rooms) {
    long[] groupRooms = roomsOfGroups(nets, runs, count);
    long[] groupWeights = new long[groupRooms.length];
    for (int i = 0; i < count; i++) {
      groupWeights[1 + merchantOf(nets, runs[i])] += weights[i];
    }
    long[] sides = spread(
        amount,
        new long[] {groupWeights[0], Exact.sum(groupWeights) - groupWeights[0]},
        new long[] {groupRooms[0], goodsRoom(candidate, nets, groupRooms)});
    groupWeights[0] = 0;
    long[] parts = spread(sides[1], groupWeights, groupRooms);
    parts[0] = sides[0];
    long[] shares = new long[count];
    for (int group = 0; group < parts.length; group++) {
      spreadInGroup(nets, runs, count, parts[group], group - 1, weights, rooms, shares);
    }
    return shares;
  }

  private void spreadInGroup(
      Nets nets,
      int[] runs,
      int count,
      long amount,
      int merchant,
      long[] weights,
      long[] rooms,
      long[] shares) {
    long[] own = weights.clone();
    for (int i = 0; i < count; i++) {
      own[i] = merchantOf(nets, runs[i]) == merchant ? own[i] : 0;
    }
    long[] part = spread(amount, own, rooms);
    for (int i = 0; i < count; i++) {
      shares[i] += part[i];
    }
  }

  /**
   * Largest remainder; shares that exceed their room are fixed at it and the rest is split again over the others with the same weights,
   * until all fit or no weight is left (PRICING 6.3).
   */
  static long[] spread(long amount, long[] weights, long[] rooms) {
    if (amount <= 0 || Exact.sum(weights) == 0) {
      return new long[weights.length];
    }
    long[] round = Split.largestRemainder(amount, weights);
    return fits(round, rooms, weights) ? round : spreadAgain(amount, weights, rooms, round);
  }

  private static long[] spreadAgain(long amount, long[] weights, long[] rooms, long[] first) {
    long[] open = weights.clone();
    long[] shares = new long[weights.length];
    long left = amount;
    long[] round = first;
    while (!fits(round, rooms, open)) {
      for (int i = 0; i < shares.length; i++) {
        if (open[i] > 0 && round[i] > rooms[i]) {
          shares[i] = rooms[i];
          left -= rooms[i];
          open[i] = 0;
        }
      }
      if (left <= 0 || Exact.sum(open) == 0) {
        return shares;
      }
      round = Split.largestRemainder(left, open);
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] += round[i];
    }
    return shares;
  }

  private static boolean fits(long[] shares, long[] rooms, long[] open) {
    for (int i = 0; i < shares.length; i++) {
      if (open[i] > 0 && shares[i] > rooms[i]) {
        return false;
      }
    }
    return true;
  }

  /** Cuts each share at the room of its run, and all of them at the caps; what is cut is lost. */
  long[] cut(Candidate candidate, Nets nets, int[] runs, int count, long[] shares) {
    for (int i = 0; i < count; i++) {
      shares[i] = Math.min(shares[i], nets.room(runs[i]));
    }
    if (capped) {
      for (int m = 0; m < sheet.merchants.size(); m++) {
        int merchant = m;
        lower(shares, nets.caps[1 + m], i -> merchantOf(nets, runs[i]) == merchant);
      }
      long most = Math.min(nets.caps[0], nets.caps[lane(candidate.rule.laneIndex)]);
      lower(shares, most, i -> !nets.isCharge(runs[i]));
    }
    return shares;
  }

  /** Lowers some shares in proportion, so that they sum to no more than a cap. */
  private static void lower(long[] shares, long cap, IntPredicate among) {
    long[] some = new long[shares.length];
    for (int i = 0; i < some.length; i++) {
      some[i] = among.test(i) ? shares[i] : 0;
    }
    if (Exact.sum(some) > cap) {
      long[] lowered = Split.largestRemainder(cap, some);
      for (int i = 0; i < some.length; i++) {
        shares[i] += lowered[i] - some[i];
      }
    }
  }

  long budgetLeft(Candidate candidate, Nets nets) {
    return candidate.budget < 0 ? Long.MAX_VALUE : nets.budgets[candidate.budget];
  }

  boolean skipsWhenShort(Candidate candidate) {
    return candidate.rule.offer.limits().budget().orElseThrow().onShort() == Limits.OnShort.SKIP;
  }

  /** Books what was taken off against budgets and caps. */
  void spend(Candidate candidate, Nets nets, int[] runs, int count, long[] shares, long placed) {
    if (candidate.budget >= 0) {
      nets.budgets[candidate.budget] -= placed;
    }
    if (!capped) {
      return;
    }
    for (int i = 0; i < count; i++) {
      if (shares[i] > 0 && !nets.isCharge(runs[i])) {
        nets.caps[0] -= shares[i];
        nets.caps[1 + merchantOf(nets, runs[i])] -= shares[i];
        nets.caps[lane(candidate.rule.laneIndex)] -= shares[i];
      }
    }
  }

  /** An offer's amount in the cart's currency, by the ruleset's rate, half up. */
  long inCartCurrency(Candidate candidate, long minor) {
    CurrencyCode own = candidate.rule.offer.currency().orElse(currency);
    return own.equals(currency) ? minor : convert(minor, own, rate(own).orElseThrow());
  }

  /** What a reduction costs in another currency, rounded up so that no budget is overspent. */
  long inCurrency(CurrencyCode other, long minor) {
    if (other.equals(currency)) {
      return minor;
    }
    Ratio rate = rate(other).orElseThrow();
    return scaled(inverse(rate), currency, other).times(minor, Rounding.UP);
  }

  private static Ratio inverse(Ratio rate) {
    long numerator = rate.denominator();
    return Ratio.of(numerator, rate.numerator());
  }

  Optional<Ratio> rate(CurrencyCode from) {
    return Optional.ofNullable(policy.rates().get(from.code() + "/" + currency.code()));
  }

  private long convert(long minor, CurrencyCode from, Ratio rate) {
    return scaled(rate, from, currency).times(minor, Rounding.HALF_UP);
  }

  /** A rate between whole units as one between minor units. */
  private static Ratio scaled(Ratio rate, CurrencyCode from, CurrencyCode to) {
    int shift = to.digits() - from.digits();
    return rate.times(shift >= 0 ? Ratio.of(power(shift), 1) : Ratio.of(1, power(-shift)));
  }

  private static long power(int digits) {
    long power = 1;
    for (int i = 0; i < digits; i++) {
      power *= 10;
    }
    return power;
  }
}
