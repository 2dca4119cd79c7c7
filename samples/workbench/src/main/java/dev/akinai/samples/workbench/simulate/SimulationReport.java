package dev.akinai.samples.workbench.simulate;

import dev.akinai.money.Money;
import dev.akinai.pricing.Simulation;
import dev.akinai.promotion.OfferId;
import dev.akinai.samples.workbench.common.Table;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a simulation found, as text and as a tree. Immutable. */
final class SimulationReport {

  private final Simulation simulation;

  SimulationReport(Simulation simulation) {
    this.simulation = simulation;
  }

  String text() {
    return sums() + "\n" + offers() + "\n" + parties() + "\n" + changes();
  }

  private String sums() {
    Simulation.Side first = simulation.first();
    Simulation.Side second = simulation.second();
    var table = new Table("figure", "before", "after");
    table.row("orders", first.orders(), second.orders());
    table.row("list", first.list().amountText(), second.list().amountText());
    table.row("discount", first.discount().amountText(), second.discount().amountText());
    table.row("payable", first.payable().amountText(), second.payable().amountText());
    table.row("discount, % of list", percent(first), percent(second));
    table.row("quotes proven best", first.proven(), second.proven());
    table.row("orders that pay something else", "", simulation.changed());
    table.row("of them less", "", simulation.cheaper());
    table.row("orders that could not be priced", "", simulation.unpriced());
    return table.text();
  }

  /** With one decimal, rounded down. */
  private static String percent(Simulation.Side side) {
    long list = Math.max(1, side.list().minor());
    long perMille = Math.multiplyExact(side.discount().minor(), 1_000L) / list;
    return perMille / 10 + "." + perMille % 10;
  }

  private String offers() {
    Map<OfferId, Simulation.Use> uses = simulation.second().offers();
    var table = new Table("offer", "orders", "discount");
    uses.entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<OfferId, Simulation.Use> each) ->
                each.getValue().discount().minor())
            .reversed()
            .thenComparing(each -> each.getKey().value()))
        .forEach(each -> table.row(
            each.getKey(), each.getValue().orders(), each.getValue().discount().amountText()));
    return table.text();
  }

  private String parties() {
    var table = new Table("party", "bears before", "bears after");
    var names = new TreeSet<String>(simulation.first().borne().keySet());
    names.addAll(simulation.second().borne().keySet());
    for (String name : names) {
      table.row(name, amount(simulation.first(), name), amount(simulation.second(), name));
    }
    return table.text();
  }

  private static String amount(Simulation.Side side, String party) {
    return side.borne().getOrDefault(party, Money.zero(side.list().currency())).amountText();
  }

  private String changes() {
    var table = new Table("order", "pays before", "pays after");
    simulation.cheapest().forEach(each -> row(table, each));
    simulation.dearest().forEach(each -> row(table, each));
    return table.text();
  }

  private static void row(Table table, Simulation.OrderChange each) {
    table.row(each.order(), each.before().amountText(), each.after().amountText());
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("currency", simulation.first().list().currency().code());
    tree.put("before", side(simulation.first()));
    tree.put("after", side(simulation.second()));
    tree.put("changed", simulation.changed());
    tree.put("cheaper", simulation.cheaper());
    tree.put("unpriced", simulation.unpriced());
    tree.put("cheapest", orders(simulation.cheapest()));
    tree.put("dearest", orders(simulation.dearest()));
    return tree;
  }

  private static Map<String, Object> side(Simulation.Side side) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("orders", side.orders());
    tree.put("list", side.list().minor());
    tree.put("payable", side.payable().minor());
    tree.put("proven", side.proven());
    Map<String, Object> offers = new TreeMap<>();
    side.offers()
        .forEach((offer, use) -> offers.put(
            offer.value(),
            Map.of("orders", use.orders(), "discount", use.discount().minor())));
    tree.put("offers", offers);
    Map<String, Object> borne = new TreeMap<>();
    side.borne().forEach((party, amount) -> borne.put(party, amount.minor()));
    tree.put("borne", borne);
    return tree;
  }

  private static List<Map<String, Object>> orders(List<Simulation.OrderChange> changes) {
    return changes.stream()
        .map(each -> Map.<String, Object>of(
            "order", each.order(),
            "before", each.before().minor(),
            "after", each.after().minor()))
        .toList();
  }
}
