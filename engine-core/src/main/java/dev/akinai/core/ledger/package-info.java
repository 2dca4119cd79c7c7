/** Earns, spends, expires and claws back units of a ledger account, lot by lot. Start with {@link dev.akinai.core.ledger.LotKeeper}. Level 0. */
@NullMarked
package dev.akinai.core.ledger;

import org.jspecify.annotations.NullMarked;
