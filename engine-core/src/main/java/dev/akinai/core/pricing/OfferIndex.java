package dev.akinai.core.pricing;

import dev.akinai.pricing.Cart;
import dev.akinai.pricing.CouponFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Offers filed under what a cart must have for them (PRICING 4): a quote walks the keys of its own bands, codes and buyer and meets only the
 * offers that can matter, however many there are. Holds the offers of one interval between two boundaries of their schedules. Immutable.
 */
final class OfferIndex {

  private final Map<AccessKeys.Kind, Map<String, int[]>> postings =
      new EnumMap<>(AccessKeys.Kind.class);
  private final boolean[] masked;
  private final int[] everywhere;
  private final int[] none = {};

  OfferIndex(List<CompiledOffer> live, int offers) {
    masked = new boolean[offers];
    Map<AccessKeys.Kind, Map<String, List<Integer>>> files = new EnumMap<>(AccessKeys.Kind.class);
    var global = new ArrayList<Integer>();
    for (CompiledOffer offer : live) {
      file(offer, files, global);
    }
    files.forEach((kind, each) -> postings.put(kind, pack(each)));
    everywhere = pack(global);
  }

  private void file(
      CompiledOffer offer,
      Map<AccessKeys.Kind, Map<String, List<Integer>>> files,
      List<Integer> global) {
    if (offer.offer.code().isPresent()) {
      add(files, couponKey(offer), offer.index);
      return;
    }
    Optional<AccessKeys.Cover> lines = AccessKeys.ofLines(offer.offer);
    Optional<AccessKeys.Cover> cover =
        lines.isPresent() ? lines : AccessKeys.ofCart(offer.offer.when());
    if (cover.isEmpty()) {
      global.add(offer.index);
      return;
    }
    cover.get().keys().forEach(key -> add(files, key, offer.index));
    masked[offer.index] = lines.isPresent() && cover.get().exact();
  }

  static AccessKeys.Key couponKey(CompiledOffer offer) {
    return new AccessKeys.Key(
        AccessKeys.Kind.COUPON,
        offer.offer.sharedCode().orElseGet(() -> couponName(offer.offer.id().value())));
  }

  /** No code holds a space, so this is never a code. */
  private static String couponName(String offer) {
    return "offer " + offer;
  }

  private static void add(
      Map<AccessKeys.Kind, Map<String, List<Integer>>> files, AccessKeys.Key key, int offer) {
    List<Integer> file = files
        .computeIfAbsent(key.kind(), each -> new HashMap<>())
        .computeIfAbsent(key.value(), each -> new ArrayList<>());
    if (file.isEmpty() || file.get(file.size() - 1) != offer) {
      file.add(offer);
    }
  }

  private static Map<String, int[]> pack(Map<String, List<Integer>> files) {
    Map<String, int[]> packed = new HashMap<>(files.size() * 2);
    files.forEach((key, offers) -> packed.put(key, pack(offers)));
    return packed;
  }

  private static int[] pack(List<Integer> offers) {
    return offers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Tells whether the bands by which an offer was met are its scope, so that nothing is left to ask of them. */
  boolean isScopeExact(int offer) {
    return masked[offer];
  }

  /** The offers whose keys a cart has, each with the bands that have them, in ascending order of their numbers. */
  Hits hits(Sheet sheet, Cart cart, CartView view, List<CouponFact> coupons) {
    Hits hits = new Hits(sheet.bands.size());
    for (Band band : sheet.bands) {
      walk(band, hits);
    }
    meet(AccessKeys.Kind.COUPON, view.codes, hits);
    for (CouponFact coupon : coupons) {
      meet(AccessKeys.Kind.COUPON, couponName(coupon.offer().value()), hits);
    }
    view.facts.segments().ifPresent(each -> meet(AccessKeys.Kind.SEGMENT, each, hits));
    view.facts.groups().ifPresent(each -> meet(AccessKeys.Kind.GROUP, each, hits));
    view.facts.tier().ifPresent(each -> meet(AccessKeys.Kind.TIER, each, hits));
    cart.where().channel().ifPresent(each -> meet(AccessKeys.Kind.CHANNEL, each, hits));
    for (int offer : everywhere) {
      hits.add(offer);
    }
    hits.sort();
    return hits;
  }

  private void walk(Band band, Hits hits) {
    meet(AccessKeys.Kind.SKU, band.item.sku().id().value(), band, hits);
    meet(AccessKeys.Kind.SPU, band.item.product().value(), band, hits);
    for (int i = 0; i < band.item.categoryPath().size(); i++) {
      meet(AccessKeys.Kind.CATEGORY, band.item.categoryPath().get(i).value(), band, hits);
    }
    if (band.item.brand().isPresent()) {
      meet(AccessKeys.Kind.BRAND, band.item.brand().get(), band, hits);
    }
    for (String tag : band.item.tags()) {
      meet(AccessKeys.Kind.TAG, tag, band, hits);
    }
    if (!band.merchant.isEmpty()) {
      meet(AccessKeys.Kind.MERCHANT, band.merchant, band, hits);
    }
  }

  private void meet(AccessKeys.Kind kind, String value, Band band, Hits hits) {
    for (int offer : postings.getOrDefault(kind, Map.of()).getOrDefault(value, none)) {
      hits.add(offer, band.index);
    }
  }

  private void meet(AccessKeys.Kind kind, Set<String> values, Hits hits) {
    values.forEach(value -> meet(kind, value, hits));
  }

  private void meet(AccessKeys.Kind kind, String value, Hits hits) {
    for (int offer : postings.getOrDefault(kind, Map.of()).getOrDefault(value, none)) {
      hits.add(offer);
    }
  }

  /** The offers that a quote met, with the bands by which it met them. For one quote and thread. */
  static final class Hits {

    private final int words;
    private int[] slots = new int[64];
    private int[] offers = new int[16];
    private long[] bands;
    private int size;

    Hits(int bandCount) {
      words = Math.max(1, (bandCount + 63) >>> 6);
      bands = new long[16 * words];
      Arrays.fill(slots, -1);
    }

    int size() {
      return size;
    }

    int offer(int index) {
      return offers[index];
    }

    /** The bands by which an offer was met. */
    Bits bands(int index) {
      return Bits.of(bands, index * words, words);
    }

    void add(int offer, int band) {
      int index = add(offer);
      bands[index * words + (band >>> 6)] |= 1L << band;
    }

    int add(int offer) {
      int slot = find(offer);
      if (slots[slot] >= 0) {
        return slots[slot];
      }
      if (size == offers.length) {
        grow();
        slot = find(offer);
      }
      offers[size] = offer;
      slots[slot] = size;
      return size++;
    }

    private int find(int offer) {
      int mask = slots.length - 1;
      int slot = ((offer * 0x9E3779B1) >>> 7) & mask;
      while (slots[slot] >= 0 && offers[slots[slot]] != offer) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }

    private void grow() {
      offers = Arrays.copyOf(offers, size * 2);
      bands = Arrays.copyOf(bands, bands.length * 2);
      slots = new int[offers.length * 4];
      Arrays.fill(slots, -1);
      for (int i = 0; i < size; i++) {
        slots[find(offers[i])] = i;
      }
    }

    /** By number, which is the order of application; the slots are not used any more. */
    void sort() {
      long[] keyed = new long[size];
      for (int i = 0; i < size; i++) {
        keyed[i] = (long) offers[i] << 32 | i;
      }
      Arrays.sort(keyed);
      int[] sorted = new int[size];
      long[] moved = new long[size * words];
      for (int i = 0; i < size; i++) {
        int from = (int) keyed[i];
        sorted[i] = offers[from];
        System.arraycopy(bands, from * words, moved, i * words, words);
      }
      offers = sorted;
      bands = moved;
    }
  }
}
