package dev.akinai.core.price;

import dev.akinai.price.ListedPrice;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.PriceHistory;
import dev.akinai.price.PriceHistory.Span;
import dev.akinai.price.PriceList;
import dev.akinai.price.PriceListId;
import dev.akinai.price.PriceListPoint;
import dev.akinai.price.PricePoint;
import dev.akinai.price.PricePolicy;
import dev.akinai.price.PriceView;
import dev.akinai.price.PriceWindow;
import dev.akinai.price.UnitPrice;
import dev.akinai.spi.PriceStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Replays every change of the prices of a SKU, to tell what everybody paid for one unit and when (PRICING 2.6).
 *
 * <p>Between two instants at which something was written, or a window opens or closes, the price stands still; at each of them it is chosen
 * as for a quote, among the public lists as they were known then. So a price set for a time that was past already counts from when it was
 * set. Allotments are left out: whoever came in time got the price. For one call.
 */
public final class PublicPrices {

  private final PriceView view;
  private final PricePolicy policy;
  private final TreeMap<Instant, List<Runnable>> changes = new TreeMap<>();
  private final TreeSet<Instant> boundaries = new TreeSet<>();
  private final Map<PriceListId, PriceList> lists = new HashMap<>();
  private final Map<PriceListId, Map<PriceEntry.Key, PriceEntry>> entries = new LinkedHashMap<>();
  private final List<Span> spans = new ArrayList<>();

  private PublicPrices(PriceView view, PricePolicy policy) {
    this.view = view;
    this.policy = policy;
  }

  /**
   * What everybody paid up to an instant.
   *
   * @param log every change of the prices of the view's SKU
   * @param view whose price
   * @param policy how the shop chooses
   * @param at until when
   * @return the spans up to then; the last goes on if there is a price at that instant
   */
  public static PriceHistory history(
      PriceStore.Log log, PriceView view, PricePolicy policy, Instant at) {
    return new PublicPrices(view, policy).replay(log, at);
  }

  private PriceHistory replay(PriceStore.Log log, Instant at) {
    plan(log);
    boundaries.addAll(changes.keySet());
    Optional<Instant> start = Optional.empty();
    Optional<Prices> running = Optional.empty();
    for (Instant each : boundaries.headSet(at, true)) {
      changes.getOrDefault(each, List.of()).forEach(Runnable::run);
      Optional<Prices> next = choose(each);
      if (!next.equals(running)) {
        close(running, start, Optional.of(each));
        start = Optional.of(each);
        running = next;
      }
    }
    close(running, start, Optional.empty());
    return new PriceHistory(view, spans);
  }

  /** What one unit costs, and would cost without lists that lower it. */
  private record Prices(UnitPrice price, UnitPrice regular) {}

  private void close(Optional<Prices> running, Optional<Instant> start, Optional<Instant> to) {
    running.ifPresent(
        each -> spans.add(new Span(each.price(), each.regular(), start.orElseThrow(), to)));
  }

  /** Files what was written under the instant since which it counts: never before what was written earlier to the same list. */
  private void plan(PriceStore.Log log) {
    Map<PriceListId, Instant> last = new HashMap<>();
    for (PriceListPoint each : log.lists()) {
      PriceList list = each.list();
      plan(last, list.id(), each.from(), () -> lists.put(list.id(), list));
      addBoundaries(list.window());
    }
    last.clear();
    for (PricePoint each : log.prices()) {
      plan(last, each.list(), each.from(), () -> apply(each));
      addBoundaries(each.window());
    }
  }

  private void plan(
      Map<PriceListId, Instant> last, PriceListId list, Instant from, Runnable change) {
    Instant at = last.merge(list, from, (known, next) -> next.isAfter(known) ? next : known);
    changes.computeIfAbsent(at, key -> new ArrayList<>()).add(change);
  }

  private void addBoundaries(PriceWindow window) {
    window.from().ifPresent(boundaries::add);
    window.to().ifPresent(boundaries::add);
  }

  private void apply(PricePoint point) {
    var ofList = entries.computeIfAbsent(point.list(), key -> new LinkedHashMap<>());
    if (point.change() == PricePoint.Change.REMOVED) {
      ofList.remove(point.key());
    } else {
      ofList.put(
          point.key(),
          new PriceEntry(point.sku(), point.price())
              .from(point.minQty())
              .per(point.per())
              .withWindow(point.window()));
    }
  }

  private Optional<Prices> choose(Instant at) {
    var terms = new PriceTerms(
        view.shopper(), at, view.currency(), PriceTerms.Units.of(1), policy, Map.of());
    return PriceSelection.tranches(known(), terms).stream()
        .findFirst()
        .map(
            each -> new Prices(unitPrice(each.rival().orElse(each.won())), unitPrice(each.base())));
  }

  private List<ListedPrice> known() {
    var known = new ArrayList<ListedPrice>();
    entries.forEach((id, ofList) -> Optional.ofNullable(lists.get(id))
        .filter(PriceList::isAnnounced)
        .ifPresent(
            list -> ofList.values().forEach(entry -> known.add(new ListedPrice(list, entry)))));
    return known;
  }

  private static UnitPrice unitPrice(ListedPrice each) {
    return new UnitPrice(each.entry().price(), each.entry().per());
  }
}
