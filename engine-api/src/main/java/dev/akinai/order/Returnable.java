package dev.akinai.order;

import dev.akinai.money.Money;

/**
 * Delivered units of one piece that a buyer could bring back. Immutable.
 *
 * @param order which order
 * @param piece the piece's number
 * @param quantity the piece's units when bought
 * @param net what was paid for all of them
 * @param returnable delivered units that did not come back
 */
public record Returnable(OrderId order, int piece, long quantity, Money net, long returnable) {}
