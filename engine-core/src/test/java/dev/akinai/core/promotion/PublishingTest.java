package dev.akinai.core.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.base.Actor;
import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.base.Refusal;
import dev.akinai.base.ShopId;
import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.promotion.Draft;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.Lane;
import dev.akinai.promotion.Offer;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.PromotionRefusal;
import dev.akinai.promotion.Publication;
import dev.akinai.promotion.Ruleset;
import dev.akinai.promotion.Stacking;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rulesets published now, ahead and in between: each instant has one, and none undoes another. */
class PublishingTest {

  private static final ShopId SHOP = ShopId.of("shop");
  private static final Instant NOON = Instant.parse("2026-11-11T12:00:00Z");

  private final SetClock clock = new SetClock();
  private final Commerce shop = Akinai.builder().clock(clock).build();
  private int keys;

  private static final class SetClock extends Clock {
    private Instant now = NOON;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private CallContext call() {
    return CallContext.of(SHOP, Actor.staff("ann"), "k" + keys++);
  }

  private static Offer offer(String id, int percent) {
    return Offer.of(id, new Effect.Percent(percent * 10_000L)).build();
  }

  private Ruleset publish(Instant at, Offer... offers) {
    return shop.promotions().publish(Draft.of(offers), at, "because", call()).orThrow();
  }

  private List<String> inForce() {
    return shop.promotions().current(SHOP).offers().stream()
        .map(offer -> offer.id() + " " + ((Effect.Percent) offer.effect()).ppm() / 10_000)
        .toList();
  }

  @Test
  void whatWaitsIsMadeAgainOnTop() {
    publish(NOON, offer("a", 1));
    publish(NOON.plusSeconds(3_600), offer("b", 2));
    publish(NOON, offer("c", 3), offer("a", 4));

    assertThat(inForce()).containsExactly("a 4", "c 3");
    clock.now = NOON.plusSeconds(3_600);
    assertThat(inForce()).containsExactly("a 4", "b 2", "c 3");
    assertThat(shop.promotions().publications(SHOP, 10))
        .extracting(Publication::version)
        .containsExactly(4L, 3L, 2L, 1L);
  }

  @Test
  void aLaterChangeOfTheSameOfferWins() {
    publish(NOON.plusSeconds(10), offer("a", 10));
    publish(NOON.plusSeconds(20), offer("a", 20));
    publish(NOON, offer("a", 1));

    assertThat(inForce()).containsExactly("a 1");
    clock.now = NOON.plusSeconds(10);
    assertThat(inForce()).containsExactly("a 10");
    clock.now = NOON.plusSeconds(20);
    assertThat(inForce()).containsExactly("a 20");
  }

  @Test
  void retiredOffersAreGoneAndStayReadable() {
    Ruleset first = publish(NOON, offer("a", 1), offer("b", 2));
    shop.promotions().retire(List.of(new OfferId("a")), call()).orThrow();

    assertThat(inForce()).containsExactly("b 2");
    assertThat(shop.promotions().find(SHOP, first.version())).contains(first);
    assertThat(shop.promotions().publications(SHOP, 1).get(0).retired())
        .containsExactly(new OfferId("a"));
    assertThat(shop.promotions().retire(List.of(new OfferId("x")), call()))
        .isEqualTo(Outcome.refused(List.of(new Refusal.Unknown("offer", "x"))));
  }

  @Test
  void lanesAndReasonAreKept() {
    var best = Lane.DEFAULTS.stream()
        .map(lane -> lane.id().equals(Lane.ITEM) ? lane.withMode(Lane.Mode.BEST_ONE) : lane)
        .toList();
    var draft = new Draft(List.of(offer("a", 1)), Optional.of(best), Optional.empty());
    shop.promotions().publish(draft, NOON, "autumn", call()).orThrow();
    publish(NOON, offer("b", 1));

    assertThat(shop.promotions().current(SHOP).lanes()).isEqualTo(best);
    Publication oldest = shop.promotions().publications(SHOP, 10).get(1);
    assertThat(oldest.reason()).isEqualTo("autumn");
    assertThat(oldest.actor()).isEqualTo("STAFF:ann");
    assertThat(oldest.activeFrom()).isEqualTo(NOON);
  }

  @Test
  void whatCannotStandTogetherIsRefusedWhole() {
    Stacking must = Stacking.FREE.inGroup("one").mandatory();
    publish(NOON, offer("a", 1).toBuilder().stacking(must).build());
    Draft other = Draft.of(offer("b", 2).toBuilder().stacking(must).build());
    Outcome<Ruleset> refused =
        shop.promotions().publish(other, NOON.plus(Duration.ofDays(1)), "", call());

    assertThat(refused)
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            each -> assertThat(each.first())
                .isInstanceOfSatisfying(
                    PromotionRefusal.Unsound.class,
                    unsound -> assertThat(unsound.issues()).extracting("code").contains("V-09")));
    assertThat(inForce()).containsExactly("a 1");
  }
}
