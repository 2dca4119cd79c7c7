package dev.akinai.core.price;

import static dev.akinai.core.price.RandomPrices.CNY;
import static dev.akinai.core.price.RandomPrices.NOON;
import static dev.akinai.core.price.RandomPrices.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.core.price.PriceTerms.Left;
import dev.akinai.core.price.PriceTerms.Units;
import dev.akinai.member.MemberId;
import dev.akinai.money.Money;
import dev.akinai.price.Audience;
import dev.akinai.price.ListedPrice;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceList.Breaks;
import dev.akinai.price.PriceList.Kind;
import dev.akinai.price.PriceList.Stance;
import dev.akinai.price.PricePolicy;
import dev.akinai.price.PriceWindow;
import dev.akinai.price.Shopper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PriceSelectionTest {

  private static final PriceList REGULAR = PriceList.regular("regular", CNY);
  private static final PriceList FLASH = PriceList.of("flash", Kind.FLASH, CNY);
  private static final PriceList SALE = PriceList.of("sale", Kind.SALE, CNY);
  private static final PriceList MEMBER = PriceList.of("member", Kind.MEMBER, CNY);

  private static ListedPrice at(PriceList list, long minor) {
    return new ListedPrice(list, new PriceEntry(TEA, Money.of(CNY, minor)));
  }

  private static ListedPrice from(long units, PriceList list, long minor) {
    return new ListedPrice(list, new PriceEntry(TEA, Money.of(CNY, minor)).from(units));
  }

  private static PriceTerms terms(long units) {
    return new PriceTerms(
        Shopper.ANYONE, NOON, CNY, Units.of(units), PricePolicy.DEFAULT, Map.of());
  }

  private static PriceTerms terms(Shopper shopper) {
    return new PriceTerms(shopper, NOON, CNY, Units.of(1), PricePolicy.DEFAULT, Map.of());
  }

  private static PriceTerms terms(PricePolicy policy) {
    return new PriceTerms(Shopper.ANYONE, NOON, CNY, Units.of(1), policy, Map.of());
  }

  private static long amount(List<Tranche> tranches) {
    return tranches.stream().mapToLong(each -> each.price() * each.quantity()).sum();
  }

  private static String lists(List<ListedPrice> prices, PriceTerms terms) {
    return String.join(
        " ",
        PriceSelection.tranches(prices, terms).stream()
            .map(each -> each.quantity() + "x" + each.list().id())
            .toList());
  }

  @Test
  @DisplayName("case 32: a member price that stacks is the price, one that competes is a rival")
  void standsAsItsListSays() {
    ListedPrice regular = at(REGULAR, 10_000);

    List<Tranche> stacked = PriceSelection.tranches(List.of(regular, at(MEMBER, 9_000)), terms(1));
    ListedPrice rival = at(MEMBER.withStance(Stance.COMPETE), 9_000);
    List<Tranche> competing = PriceSelection.tranches(List.of(regular, rival), terms(1));
    ListedPrice closed = at(MEMBER.withStance(Stance.CLOSED), 9_000);

    assertThat(stacked.get(0).price()).isEqualTo(9_000);
    assertThat(stacked.get(0).regular()).isEqualTo(10_000);
    assertThat(stacked.get(0).rival()).isEmpty();
    assertThat(competing.get(0).price()).isEqualTo(10_000);
    assertThat(competing.get(0).rival()).contains(rival);
    assertThat(PriceSelection.tranches(List.of(regular, closed), terms(1))
            .get(0)
            .list()
            .stance())
        .isEqualTo(Stance.CLOSED);
  }

  @Test
  @DisplayName("case 33: from 6 at 8 makes 10 units cost 80 for all units, 90 graduated")
  void breaksByQuantity() {
    List<ListedPrice> all = List.of(from(1, REGULAR, 1_000), from(6, REGULAR, 800));
    PriceList steps = REGULAR.withBreaks(Breaks.GRADUATED);
    List<ListedPrice> graduated = List.of(from(1, steps, 1_000), from(6, steps, 800));

    assertThat(amount(PriceSelection.tranches(all, terms(10)))).isEqualTo(8_000);
    assertThat(amount(PriceSelection.tranches(graduated, terms(10)))).isEqualTo(9_000);
    assertThat(amount(PriceSelection.tranches(all, terms(5)))).isEqualTo(5_000);
    assertThat(amount(PriceSelection.tranches(all, terms(6)))).isEqualTo(4_800);
  }

  @Test
  void countsUnitsOfTheWholeProductIfTheListSaysSo() {
    PriceList spu = REGULAR.withAggregate(PriceList.Aggregate.SPU);
    var units = new Units(4, 10, 3);
    var terms = new PriceTerms(Shopper.ANYONE, NOON, CNY, units, PricePolicy.DEFAULT, Map.of());

    List<ListedPrice> all = List.of(from(1, spu, 10), from(6, spu, 8));
    PriceList graduated = spu.withBreaks(Breaks.GRADUATED);
    List<ListedPrice> steps = List.of(from(1, graduated, 10), from(6, graduated, 8));

    assertThat(amount(PriceSelection.tranches(all, terms))).isEqualTo(32);
    // numbers 4 and 5 of the product at 10, 6 and 7 at 8
    assertThat(amount(PriceSelection.tranches(steps, terms))).isEqualTo(36);
  }

  @Test
  @DisplayName(
      "a flash sale gives as many units as allotment and buyer leave, the rest the next best")
  void splitsAtTheAllotment() {
    List<ListedPrice> prices = List.of(at(REGULAR, 100), at(FLASH, 50), at(SALE, 80));

    assertThat(lists(prices, shortOf(FLASH, 3, 9))).isEqualTo("3xflash 7xsale");
    assertThat(lists(prices, shortOf(FLASH, 9, 2))).isEqualTo("2xflash 8xsale");
    assertThat(lists(prices, shortOf(FLASH, 0, 9))).isEqualTo("10xsale");
    assertThat(lists(prices, terms(10))).isEqualTo("10xflash");
    PriceEntry limited = at(FLASH, 50).entry().allotted(4).atMostPerBuyer(2);
    assertThat(lists(List.of(prices.get(0), new ListedPrice(FLASH, limited)), terms(10)))
        .isEqualTo("2xflash 8xregular");
  }

  private static PriceTerms shortOf(PriceList list, long allotment, long buyer) {
    return new PriceTerms(
        Shopper.ANYONE,
        NOON,
        CNY,
        Units.of(10),
        PricePolicy.DEFAULT,
        Map.of(list.id(), new Left(allotment, buyer)));
  }

  @Test
  void takesTheNarrowestAudienceAsBaseEvenIfItIsDearer() {
    PriceList ann = PriceList.of("ann", Kind.CONTRACT, CNY)
        .withAudience(Audience.EVERYONE.customers(MemberId.of("ann")));
    PriceList vip = PriceList.of("vip", Kind.CONTRACT, CNY)
        .withAudience(Audience.EVERYONE.groups("vip", "staff"));
    PriceList app = PriceList.regular("app", CNY).withAudience(Audience.EVERYONE.channels("app"));
    List<ListedPrice> prices = List.of(at(ann, 90), at(vip, 70), at(app, 80), at(REGULAR, 60));

    Shopper shopper = Shopper.ANYONE.channel("app");
    assertThat(lists(prices, terms(1))).isEqualTo("1xregular");
    assertThat(lists(prices, terms(shopper))).isEqualTo("1xapp");
    assertThat(lists(prices, terms(shopper.groups("choir", "vip")))).isEqualTo("1xvip");
    assertThat(lists(prices, terms(shopper.groups("vip").customer(MemberId.of("ann")))))
        .isEqualTo("1xann");
    PricePolicy lowest = PricePolicy.DEFAULT.withBase(PricePolicy.Base.LOWEST);
    assertThat(lists(
            prices,
            new PriceTerms(shopper.groups("vip"), NOON, CNY, Units.of(1), lowest, Map.of())))
        .isEqualTo("1xregular");
  }

  @Test
  void followsAFixedPrecedence() {
    List<ListedPrice> prices =
        List.of(at(REGULAR, 100), at(FLASH, 70), at(SALE, 80), at(MEMBER, 90));

    assertThat(lists(prices, terms(PricePolicy.DEFAULT))).isEqualTo("1xflash");
    assertThat(
            lists(prices, terms(PricePolicy.DEFAULT.inOrder(Kind.MEMBER, Kind.SALE, Kind.FLASH))))
        .isEqualTo("1xmember");
  }

  @Test
  @DisplayName("a dear price of a high priority keeps no cheap one of its kind from winning")
  void ranksPricesThatLowerByCostAlone() {
    PriceList urgent = PriceList.of("urgent", Kind.FLASH, CNY).withPriority(9);

    assertThat(
            lists(List.of(at(REGULAR, 100), at(urgent, 90), at(FLASH, 70), at(SALE, 80)), terms(1)))
        .isEqualTo("1xflash");
    assertThat(lists(List.of(at(REGULAR, 100), at(urgent, 120), at(FLASH, 70)), terms(1)))
        .isEqualTo("1xflash");
  }

  @Test
  void takesTheLatestStartOfOneQuantity() {
    ListedPrice old = at(REGULAR, 100);
    ListedPrice next = new ListedPrice(
        REGULAR, new PriceEntry(TEA, Money.of(CNY, 110)).withWindow(PriceWindow.from(NOON)));
    ListedPrice later = new ListedPrice(
        REGULAR,
        new PriceEntry(TEA, Money.of(CNY, 120)).withWindow(PriceWindow.from(NOON.plusSeconds(1))));
    List<ListedPrice> prices = List.of(old, next, later);

    assertThat(amount(PriceSelection.tranches(prices, terms(1)))).isEqualTo(110);
    assertThat(PriceLoser.of(prices, terms(1)))
        .containsExactly(
            new PriceLoser(old, PriceLoser.Reason.OTHER_STEP),
            new PriceLoser(later, PriceLoser.Reason.OUT_OF_TIME));
  }

  @Test
  void comparesPricesOfDifferentUnits() {
    ListedPrice byHundred =
        new ListedPrice(SALE, new PriceEntry(TEA, Money.of(CNY, 9_999)).per(100));

    assertThat(lists(List.of(at(REGULAR, 100), byHundred), terms(1))).isEqualTo("1xsale");
    assertThat(lists(List.of(at(REGULAR, 99), byHundred), terms(1))).isEqualTo("1xregular");
  }

  @Test
  void hasNoPriceWithoutABasePriceForEveryUnit() {
    PriceList steps = REGULAR.withBreaks(Breaks.GRADUATED);

    assertThat(PriceSelection.tranches(List.of(at(FLASH, 50)), terms(1))).isEmpty();
    assertThat(PriceSelection.tranches(List.of(from(2, steps, 50)), terms(3))).isEmpty();
    assertThat(PriceSelection.tranches(List.of(from(2, REGULAR, 50)), terms(3))).hasSize(1);
    assertThat(PriceLoser.of(List.of(at(FLASH, 50)), terms(1)))
        .containsExactly(new PriceLoser(at(FLASH, 50), PriceLoser.Reason.NO_BASE));
  }

  @Test
  void costsNoMoreTimeForABillionUnits() {
    PriceList steps = REGULAR.withBreaks(Breaks.GRADUATED);
    List<ListedPrice> prices = List.of(from(1, steps, 2), from(1_000_000, steps, 1));

    assertThat(PriceSelection.tranches(prices, terms(1_000_000_000)))
        .extracting(Tranche::quantity)
        .containsExactly(999_999L, 999_000_001L);
  }
}
