/**
 * Exact money: what an amount is, how a rate is applied to it and how it is split without losing a
 * cent. Start with {@link dev.akinai.money.Money}. Level 0.
 */
@NullMarked
package dev.akinai.money;

import org.jspecify.annotations.NullMarked;
