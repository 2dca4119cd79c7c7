package dev.akinai.core.pricing;

import dev.akinai.pricing.CartLine;
import dev.akinai.promotion.OfferId;
import java.util.HashMap;
import java.util.Map;

/**
 * What offers took off once and go on taking off, whatever their conditions say now: the stored amounts of KEEP offers when the rest of an
 * order is priced again (PRICING 11). For one quote and thread.
 */
final class Granted {

  private final Map<OfferId, long[]> ofBands = new HashMap<>();
  private final Map<OfferId, long[]> ofCharges = new HashMap<>();

  /** Brings amounts of lines and charges, by their ids, to the bands and charges of a sheet. */
  Granted(Sheet sheet, Map<OfferId, Map<String, Long>> amounts) {
    amounts.forEach((offer, byId) -> {
      long[] bands = new long[sheet.bands.size()];
      for (Band band : sheet.bands) {
        for (CartLine line : band.lines) {
          bands[band.index] += byId.getOrDefault(line.id(), 0L);
        }
      }
      long[] charges = new long[sheet.charges.size()];
      for (int i = 0; i < charges.length; i++) {
        charges[i] = byId.getOrDefault(sheet.charges.get(i).id(), 0L);
      }
      ofBands.put(offer, bands);
      ofCharges.put(offer, charges);
    });
  }

  boolean has(OfferId offer) {
    return ofBands.containsKey(offer);
  }

  /** What an offer takes off a band, or off a charge that stands as one in the nets. */
  long of(OfferId offer, int band) {
    Map<OfferId, long[]> amounts = band <= Nets.FIRST_CHARGE ? ofCharges : ofBands;
    long[] all = amounts.getOrDefault(offer, new long[0]);
    return all[band <= Nets.FIRST_CHARGE ? Nets.FIRST_CHARGE - band : band];
  }
}
