package dev.akinai.core.pricing;

import dev.akinai.core.base.Hashes;
import dev.akinai.core.price.PriceTerms;
import dev.akinai.member.MemberId;
import dev.akinai.price.ListedPrice;
import dev.akinai.price.PriceEntry;
import dev.akinai.price.Shopper;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Where;
import dev.akinai.quota.Cell;
import dev.akinai.quota.CellClass;
import dev.akinai.quota.CellKey;
import dev.akinai.quota.Demand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The cells of prices that only so many units are sold at (PRICING 2.3, 9.1): one for all buyers, one for each. Who is not known as a member
 * gets no unit of a price with a limit for each buyer. For one quote and thread.
 */
final class PriceCells {

  private final Optional<MemberId> member;
  private final Shopper shopper;
  private final Map<CellKey, Cell> used = new HashMap<>();

  PriceCells(PricingInput input) {
    this.member = input.cart().buyer();
    this.shopper = shopper(input);
    input.used().forEach(cell -> used.put(cell.key(), cell));
  }

  private static Shopper shopper(PricingInput input) {
    Where where = input.cart().where();
    return new Shopper(
        input.cart().buyer(),
        input.facts().groups().orElse(Set.of()),
        input.facts().tier(),
        where.channel(),
        where.region(),
        where.market());
  }

  /** Who asks, as audiences of price lists see it. */
  Shopper shopper() {
    return shopper;
  }

  /** What a price still gives. */
  PriceTerms.Left left(ListedPrice price) {
    PriceEntry entry = price.entry();
    return new PriceTerms.Left(
        left(allotment(price), entry.allotment()),
        entry.perBuyer().isEmpty()
            ? Long.MAX_VALUE
            : buyer(price).map(cell -> left(cell, entry.perBuyer())).orElse(0L));
  }

  private long left(CellKey key, OptionalLong limit) {
    Cell cell = used.getOrDefault(key, Cell.empty(key));
    return limit.isEmpty()
        ? Long.MAX_VALUE
        : Math.max(0, limit.getAsLong() - cell.held() - cell.consumed());
  }

  /** What so many units of a price take. */
  List<Demand> demands(ListedPrice price, long units) {
    PriceEntry entry = price.entry();
    if (!entry.isLimited()) {
      return List.of();
    }
    var demands = new ArrayList<Demand>(2);
    if (entry.allotment().isPresent()) {
      demands.add(new Demand(allotment(price), units, entry.allotment()));
    }
    if (entry.perBuyer().isPresent()) {
      buyer(price).ifPresent(cell -> demands.add(new Demand(cell, units, entry.perBuyer())));
    }
    return demands;
  }

  /** The cells that a price looks at. */
  Stream<CellKey> of(ListedPrice price) {
    return demands(price, 1).stream().map(Demand::cell);
  }

  private static CellKey allotment(ListedPrice price) {
    return CellKey.of(
        CellClass.FLASH, "flash:" + price.list().id(), price.entry().sku().value());
  }

  private Optional<CellKey> buyer(ListedPrice price) {
    return member.map(id -> CellKey.of(
        CellClass.BUYER,
        "flash:" + price.list().id(),
        "member:" + Hashes.sha256(id.value()).substring(0, 32) + ":"
            + price.entry().sku()));
  }
}
