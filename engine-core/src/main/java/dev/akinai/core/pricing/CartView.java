package dev.akinai.core.pricing;

import dev.akinai.criteria.Criterion;
import dev.akinai.criteria.Truth;
import dev.akinai.member.MemberId;
import dev.akinai.pricing.BuyerFacts;
import dev.akinai.pricing.Cart;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a compiled condition may ask about a cart, for one offer at one moment. For one quote and thread. */
final class CartView {

  final Cart cart;
  final BuyerFacts facts;
  final Set<String> codes;
  final Sheet sheet;
  final Extensions extensions;
  /** The amounts as they are now. */
  Nets nets;
  /** The bands that the offer may lower. */
  Bits scope = Bits.EMPTY;
  /** The merchant whose lines the offer runs over, or -1 for the cart. */
  int merchant = -1;

  CartView(
      Cart cart,
      BuyerFacts facts,
      Set<String> codes,
      Sheet sheet,
      Nets nets,
      Extensions extensions) {
    this.cart = cart;
    this.facts = facts;
    this.codes = codes;
    this.sheet = sheet;
    this.nets = nets;
    this.extensions = extensions;
  }

  /** Turns to one offer at one moment. */
  void look(Candidate candidate, Nets now) {
    nets = now;
    scope = candidate.counted;
    merchant = candidate.merchant;
  }

  @Nullable
  String text(String fact) {
    return switch (fact) {
      case "channel" -> orNull(cart.where().channel());
      case "market" -> orNull(cart.where().market());
      case "region" -> orNull(cart.where().region());
      case "storefront" -> orNull(cart.where().storefront());
      case "payment.method" -> orNull(cart.where().paymentMethod());
      case "ship.region" -> orNull(cart.where().shipRegion());
      case "ship.method" -> orNull(cart.where().shipMethod());
      case "currency" -> cart.currency().code();
      case "merchant" -> merchantName();
      case "member.id" -> orNull(cart.buyer().map(MemberId::value));
      case "member.tier" -> orNull(facts.tier());
      default -> null;
    };
  }

  @Nullable
  Long number(String fact) {
    return switch (fact) {
      case "member.orders" -> facts.orders().isPresent() ? facts.orders().getAsLong() : null;
      case "member.registeredAt" -> orNull(facts.registeredAt().map(at -> at.getEpochSecond()));
      default -> null;
    };
  }

  @Nullable
  Set<String> set(String fact) {
    return switch (fact) {
      case "coupon" -> codes;
      case "member.segments" -> orNull(facts.segments());
      case "member.groups" -> orNull(facts.groups());
      default -> null;
    };
  }

  Truth ext(Criterion.Ext ext) {
    return extensions.test(ext, this);
  }

  private @Nullable String merchantName() {
    boolean one = merchant >= 0 || sheet.merchants.size() == 1;
    String name = one ? sheet.merchants.get(Math.max(0, merchant)) : "";
    return name.isEmpty() ? null : name;
  }

  private static <T> @Nullable T orNull(Optional<T> value) {
    return value.orElse(null);
  }
}
