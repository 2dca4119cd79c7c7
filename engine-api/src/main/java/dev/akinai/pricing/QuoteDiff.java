package dev.akinai.pricing;

import dev.akinai.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * In what two quotes differ: prices, amounts and verdicts (PRICING 7). Drift between a quote and a later one is shown this way. Immutable.
 *
 * @param lines the lines and charges whose list price or net differ
 * @param offers the offers whose discounts differ
 * @param verdicts the offers and codes whose verdicts differ
 * @param before what the first comes to, with exclusive tax
 * @param after what the second comes to
 */
public record QuoteDiff(
    List<LineChange> lines,
    List<OfferChange> offers,
    List<VerdictChange> verdicts,
    Money before,
    Money after) {

  /**
   * A line or charge that costs something else; empty where it is not there.
   *
   * @param id the cart line or charge
   * @param before its list price and net
   * @param after its list price and net
   */
  public record LineChange(String id, Optional<Cost> before, Optional<Cost> after) {}

  /**
   * What a line or charge costs.
   *
   * @param list before cart offers
   * @param net after all offers
   */
  public record Cost(Money list, Money net) {}

  /**
   * An offer that takes off something else; empty where it does not apply.
   *
   * @param offer its id, and the merchant if it ran for one: {@code id@merchant}
   * @param before what it took off
   * @param after what it takes off
   */
  public record OfferChange(String offer, Optional<Money> before, Optional<Money> after) {}

  /**
   * A verdict that is another one; empty where there is none.
   *
   * @param subject the offer or code
   * @param before the verdict
   * @param after the verdict
   */
  public record VerdictChange(String subject, Optional<Verdict> before, Optional<Verdict> after) {}

  /** Copies the lists. */
  public QuoteDiff {
    lines = List.copyOf(lines);
    offers = List.copyOf(offers);
    verdicts = List.copyOf(verdicts);
  }

  /**
   * Compares two quotes in one currency.
   *
   * @param one the first
   * @param other the second
   * @return what differs
   * @throws dev.akinai.money.CurrencyMismatchException if their currencies differ
   */
  public static QuoteDiff between(Quote one, Quote other) {
    one.total().compareTo(other.total()); // refuses two currencies
    return new QuoteDiff(
        changes(costs(one), costs(other), LineChange::new),
        changes(discounts(one), discounts(other), OfferChange::new),
        changes(verdicts(one), verdicts(other), VerdictChange::new),
        one.total(),
        other.total());
  }

  /**
   * Tells whether nothing differs.
   *
   * @return true without any change
   */
  public boolean isEmpty() {
    return lines.isEmpty() && offers.isEmpty() && verdicts.isEmpty() && before.equals(after);
  }

  private interface Pair<V, T> {
    T of(String key, Optional<V> before, Optional<V> after);
  }

  private static <V, T> List<T> changes(Map<String, V> one, Map<String, V> other, Pair<V, T> pair) {
    Set<String> keys = new LinkedHashSet<>(one.keySet());
    keys.addAll(other.keySet());
    var changes = new ArrayList<T>();
    for (String key : keys) {
      Optional<V> before = Optional.ofNullable(one.get(key));
      Optional<V> after = Optional.ofNullable(other.get(key));
      if (!before.equals(after)) {
        changes.add(pair.of(key, before, after));
      }
    }
    return changes;
  }

  private static Map<String, Cost> costs(Quote quote) {
    Map<String, Cost> costs = new LinkedHashMap<>();
    for (QuotePiece piece : quote.pieces()) {
      costs.merge(piece.line(), new Cost(piece.list(), piece.net()), QuoteDiff::sum);
    }
    for (QuoteCharge charge : quote.charges()) {
      costs.put(charge.charge().id(), new Cost(charge.charge().amount(), charge.net()));
    }
    return costs;
  }

  private static Cost sum(Cost one, Cost other) {
    return new Cost(one.list().plus(other.list()), one.net().plus(other.net()));
  }

  private static Map<String, Money> discounts(Quote quote) {
    Map<String, Money> discounts = new LinkedHashMap<>();
    for (Application each : quote.applied()) {
      String merchant = each.merchant().map(name -> "@" + name).orElse("");
      discounts.put(each.offer() + merchant, each.discount());
    }
    return discounts;
  }

  private static Map<String, Verdict> verdicts(Quote quote) {
    return byKey(quote.verdicts(), Verdict::subject);
  }

  private static <V> Map<String, V> byKey(List<V> all, Function<V, String> key) {
    Map<String, V> map = new LinkedHashMap<>();
    all.forEach(each -> map.put(key.apply(each), each));
    return map;
  }
}
