package dev.akinai.samples.workbench.cdnow;

import dev.akinai.base.Outcome;
import dev.akinai.member.MemberId;
import dev.akinai.points.EarnPoints;
import dev.akinai.points.Points;
import dev.akinai.points.PointsBalance;
import dev.akinai.points.SpendPoints;
import dev.akinai.samples.workbench.common.BadInputException;
import dev.akinai.samples.workbench.common.Callers;
import dev.akinai.samples.workbench.common.HandClock;
import dev.akinai.samples.workbench.common.Outcomes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A shop that pays points back: 100 points are worth 1.00, spent in blocks of 100 for at most half of a purchase; each whole dollar that is
 * then paid earns 5 points, which expire 180 days later. For one thread.
 */
final class PointsReplay {

  private static final long BLOCK = 100;
  private static final long POINTS_PER_DOLLAR = 5;
  private static final long CENTS = 100;
  private static final int LIFE_DAYS = 180;
  private static final int ACCOUNTS = 1_000;
  private static final int MAX_ROUNDS = 10_000;

  private final Points points;
  private final HandClock clock;
  private final Callers callers;
  private final String url;
  private long number;
  private long commands;

  PointsReplay(Points points, HandClock clock, Callers callers, String url) {
    this.points = points;
    this.clock = clock;
    this.callers = callers;
    this.url = url;
  }

  /** How many times points were given or taken. */
  long commands() {
    return commands;
  }

  void buy(Purchase purchase) {
    number++;
    startOf(purchase.day());
    var member = new MemberId(purchase.customer());
    long available = points.balance(callers.shop(), member).available();
    long blocks = Math.min(available / BLOCK, purchase.cents() / 2 / CENTS);
    String ref = "purchase:" + number;
    if (blocks > 0) {
      once(() ->
          points.spend(new SpendPoints(member, blocks * BLOCK, ref), callers.call(ref + ":spend")));
    }
    long paid = purchase.cents() - blocks * CENTS;
    long earned = POINTS_PER_DOLLAR * (paid / CENTS);
    if (earned > 0) {
      Instant expiry = midnight(purchase.day().plusDays(LIFE_DAYS));
      once(() -> points.earn(
          new EarnPoints(member, earned, Optional.of(expiry), ref), callers.call(ref + ":earn")));
    }
  }

  /** Moves on to a day and books out what expires until then. */
  void startOf(LocalDate day) {
    Instant midnight = midnight(day);
    if (midnight.equals(clock.instant())) {
      return;
    }
    clock.moveTo(midnight);
    int rounds = 0;
    while (points.expireDue(callers.shop(), ACCOUNTS) > 0) {
      rounds++;
      if (rounds == MAX_ROUNDS) {
        throw new IllegalStateException("The expiry of " + day
            + " must come to an end. Maybe another process keeps adding points.");
      }
    }
  }

  private void once(Supplier<Outcome<PointsBalance>> command) {
    commands++;
    Outcomes.certain(() -> {
      Outcome<PointsBalance> outcome = command.get();
      if (commands == 1 && outcome instanceof Outcome.Done<PointsBalance> done && done.replayed()) {
        throw new BadInputException(
            "The database (%s) must not hold the shop %s yet. Maybe give another name with --shop, or leave --jdbc out for a fresh database."
                .formatted(url, callers.shop()));
      }
      return outcome;
    });
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
