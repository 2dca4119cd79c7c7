/** Double entry in whole units: points, growth value, store credit. Nothing is ever changed or deleted, so every balance can be proved. Start with {@link dev.akinai.ledger.LedgerEntry}. Level 0. */
@NullMarked
package dev.akinai.ledger;

import org.jspecify.annotations.NullMarked;
