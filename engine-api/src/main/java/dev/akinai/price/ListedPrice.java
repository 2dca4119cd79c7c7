package dev.akinai.price;

/**
 * A price together with the list it stands in. Immutable.
 *
 * @param list the list
 * @param entry the price, in the list's currency
 */
public record ListedPrice(PriceList list, PriceEntry entry) {}
