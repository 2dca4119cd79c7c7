package dev.akinai.samples.quickstart;

import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.catalog.SkuId;
import dev.akinai.engine.Commerce;
import dev.akinai.stock.Held;
import dev.akinai.stock.HoldRefusal.OutOfStock;
import dev.akinai.stock.HoldRequest;
import java.time.Duration;
import java.util.stream.Collectors;

/** The code of docs/concepts/holds.md. */
final class HoldsGuide {
  private HoldsGuide() {}

  // region hold
  static String keep(Commerce shop, String sku, long units, CallContext call) {
    HoldRequest request =
        HoldRequest.of(SkuId.of(sku), units).expiresIn(Duration.ofMinutes(10)).ownedBy("cart-7");
    Outcome<Held> outcome = shop.stock().hold(request, call);
    return outcome.match(
        done -> "kept until " + done.value().until(),
        refused -> refused.reasons().stream()
            .map(reason -> reason instanceof OutOfStock o
                ? o.sku() + ": " + o.free() + " left"
                : reason.code())
            .collect(Collectors.joining(", ")),
        askAgain -> "not certain yet, ask with the same key in " + askAgain.after());
  }
  // endregion
}
