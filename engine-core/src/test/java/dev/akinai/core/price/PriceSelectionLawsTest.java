package dev.akinai.core.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akinai.price.ListedPrice;
import dev.akinai.price.PriceListId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** What holds for whichever prices a shop sets. */
class PriceSelectionLawsTest {

  @Property
  @Label("L-PRI-38 each unit costs what a choice unit by unit gives, however many lines hold them")
  void agreesWithTheNaiveChoice(@ForAll Random random) {
    RandomPrices.Sample sample = RandomPrices.sample(random);

    List<Tranche> tranches = PriceSelection.tranches(sample.prices(), sample.terms());

    assertThat(units(tranches)).isEqualTo(NaiveSelection.units(sample.prices(), sample.terms()));
    Statistics.label("units").collect(tranches.isEmpty() ? "no price" : "priced");
    Statistics.label("units")
        .coverage(check -> check.check("priced").percentage(share -> share > 50));
    Statistics.label("kinds").collect(tranches.size() > 1 ? "several" : "one");
    Statistics.label("kinds")
        .coverage(check -> check.check("several").percentage(share -> share > 8));
  }

  private static List<NaiveSelection.Unit> units(List<Tranche> tranches) {
    var units = new ArrayList<NaiveSelection.Unit>();
    for (Tranche each : tranches) {
      for (long i = 0; i < each.quantity(); i++) {
        units.add(new NaiveSelection.Unit(each.won(), each.base(), each.rival()));
      }
    }
    return units;
  }

  @Property
  @Label("L-PRI-37 the order in which prices are read changes nothing")
  void orderDoesNotMatter(@ForAll Random random) {
    RandomPrices.Sample sample = RandomPrices.sample(random);
    var shuffled = new ArrayList<>(sample.prices());
    Collections.shuffle(shuffled, random);

    assertThat(PriceSelection.tranches(shuffled, sample.terms()))
        .isEqualTo(PriceSelection.tranches(sample.prices(), sample.terms()));
  }

  @Property
  @Label("L-PRI-37 removing a list that lost changes nothing")
  void losersDoNotMatter(@ForAll Random random) {
    RandomPrices.Sample sample = RandomPrices.sample(random);
    List<Tranche> all = PriceSelection.tranches(sample.prices(), sample.terms());
    Set<PriceListId> used = used(all).map(each -> each.list().id()).collect(Collectors.toSet());

    for (PriceListId list : lists(sample.prices())) {
      if (!used.contains(list)) {
        assertThat(PriceSelection.tranches(without(sample, list), sample.terms()))
            .as("without %s", list)
            .isEqualTo(all);
      }
    }

    Statistics.collect(used.isEmpty() ? "no price" : "priced");
    Statistics.coverage(check -> check.check("priced").percentage(share -> share > 50));
  }

  private static Set<PriceListId> lists(List<ListedPrice> prices) {
    return prices.stream().map(each -> each.list().id()).collect(Collectors.toSet());
  }

  private static List<ListedPrice> without(RandomPrices.Sample sample, PriceListId list) {
    return sample.prices().stream()
        .filter(each -> !each.list().id().equals(list))
        .toList();
  }

  @Property
  @Label(
      "L-PRI-37 each price is taken or has one reason; one that does not count may as well be gone")
  void reasonsAreTrue(@ForAll Random random) {
    RandomPrices.Sample sample = RandomPrices.sample(random);
    List<Tranche> all = PriceSelection.tranches(sample.prices(), sample.terms());

    List<PriceLoser> losers = PriceLoser.of(sample.prices(), sample.terms());

    assertThat(losers.size() + used(all).count()).isEqualTo(sample.prices().size());
    for (PriceLoser loser : losers) {
      Statistics.collect(loser.reason());
      if (loser.reason().compareTo(PriceLoser.Reason.OTHER_STEP) <= 0) {
        var others = new ArrayList<>(sample.prices());
        others.remove(loser.price());
        assertThat(PriceSelection.tranches(others, sample.terms())).isEqualTo(all);
      }
    }
    Statistics.coverage(check -> {
      for (PriceLoser.Reason reason : PriceLoser.Reason.values()) {
        check.check(reason).count(count -> count > 0);
      }
    });
  }

  private static Stream<ListedPrice> used(List<Tranche> tranches) {
    return tranches.stream()
        .flatMap(each -> Stream.concat(Stream.of(each.won(), each.base()), each.rival().stream()))
        .distinct();
  }

  @Property
  @Label("L-PRI-37 no list gives more units than it has left, and no price is above the base price")
  void keepsLimits(@ForAll Random random) {
    RandomPrices.Sample sample = RandomPrices.sample(random);

    Map<PriceListId, Long> given = new HashMap<>();
    for (Tranche each : PriceSelection.tranches(sample.prices(), sample.terms())) {
      ListedPrice price = each.rival().orElse(each.won());
      given.merge(price.list().id(), each.quantity(), Long::sum);
      assertThat(PriceOrder.COST.compare(each.won(), each.base())).isNotPositive();
      assertThat(each.rival().isEmpty() || each.won().equals(each.base())).isTrue();
    }

    sample
        .terms()
        .left()
        .forEach((list, left) -> assertThat(given.getOrDefault(list, 0L))
            .isLessThanOrEqualTo(Math.max(0, Math.min(left.allotment(), left.buyer()))));
  }
}
