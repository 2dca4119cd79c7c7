package dev.akinai.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akinai.base.InvalidInputException;
import dev.akinai.catalog.SkuId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.pricing.Share;
import dev.akinai.promotion.OfferId;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class PieceTest {
  private static final CurrencyCode CNY = CurrencyCode.of("CNY");

  @Example
  @Label("ORDERS case 1: 3 x 100.00 less 10.00 (platform 3.00, merchant 7.00), one by one")
  void caseOne() {
    Piece piece = piece(3, 30_000, 300, 700, 29);

    assertThat(nets(piece)).containsExactly(9_666L, 9_667L, 9_667L);
    assertThat(shares(piece, 0)).containsExactly(100L, 100L, 100L);
    assertThat(shares(piece, 1)).containsExactly(234L, 233L, 233L);
  }

  @Property
  @Label("R-ORD-004, 006 spans are never negative and add up, whatever the cuts")
  void spansAddUp(
      @ForAll @IntRange(min = 1, max = 40) int quantity,
      @ForAll @LongRange(min = 0, max = 5_000) long platform,
      @ForAll @LongRange(min = 0, max = 5_000) long merchant,
      @ForAll @LongRange(min = 0, max = 9_999) long net,
      @ForAll @LongRange(min = 0, max = 500) long points,
      @ForAll @IntRange(min = 0, max = 40) int cut) {
    Piece piece = piece(quantity, net + platform + merchant, platform, merchant, points);
    long at = Math.min(cut, quantity);
    List<SpanValue> parts = at == 0 || at == quantity
        ? List.of(piece.between(0, quantity))
        : List.of(piece.between(0, at), piece.between(at, quantity));

    assertThat(parts.stream().mapToLong(part -> part.net().minor()).sum()).isEqualTo(net);
    assertThat(parts.stream().mapToLong(SpanValue::points).sum()).isEqualTo(points);
    for (int i = 0; i < 2; i++) {
      int share = i;
      assertThat(parts.stream()
              .mapToLong(part -> part.shares().get(share).amount().minor())
              .sum())
          .isEqualTo(i == 0 ? platform : merchant);
    }
    assertThat(parts).allSatisfy(part -> assertThat(part.net().isNegative()).isFalse());
    assertThat(parts)
        .allSatisfy(part -> assertThat(part.shares())
            .allSatisfy(share -> assertThat(share.amount().isNegative()).isFalse()));
  }

  @Example
  void refusesUnitsThatAreNotThere() {
    assertThatThrownBy(() -> piece(3, 100, 0, 0, 0).between(2, 4))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("[2, 4)");
  }

  private static List<Long> nets(Piece piece) {
    return List.of(0, 1, 2).stream()
        .map(unit -> piece.between(unit, unit + 1).net().minor())
        .toList();
  }

  private static List<Long> shares(Piece piece, int share) {
    return List.of(0, 1, 2).stream()
        .map(unit -> piece.between(unit, unit + 1).shares().get(share).amount().minor())
        .toList();
  }

  private static Piece piece(long quantity, long list, long platform, long merchant, long points) {
    OfferId offer = new OfferId("ten-off");
    return new Piece(
        1,
        "1",
        SkuId.of("S"),
        "Sencha",
        true,
        quantity,
        Money.of(CNY, list),
        Money.of(CNY, list - platform - merchant),
        List.of(
            new Share(offer, 1, "platform", Money.of(CNY, platform)),
            new Share(offer, 1, "merchant", Money.of(CNY, merchant))),
        points);
  }
}
