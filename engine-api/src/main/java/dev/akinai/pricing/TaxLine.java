package dev.akinai.pricing;

import dev.akinai.money.Money;

/**
 * One rate of tax on one piece or charge. Immutable.
 *
 * @param line the id of the cart line or charge
 * @param run the run of the piece, or -1 for a charge
 * @param invoice the merchant whose invoice it is on; empty for the one of the whole cart
 * @param rate the rate, with its reason
 * @param base what is taxed, without any tax
 * @param amount the tax
 */
public record TaxLine(
    String line, int run, String invoice, TaxRate rate, Money base, Money amount) {}
