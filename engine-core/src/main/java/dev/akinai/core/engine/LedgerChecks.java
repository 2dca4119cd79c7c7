package dev.akinai.core.engine;

import dev.akinai.ledger.Account;
import dev.akinai.ledger.Part;
import dev.akinai.spi.AuditReads;

/** I8: balances are the sums of entries and of lots, and a debt leaves nothing available. Stateless. */
final class LedgerChecks {

  private LedgerChecks() {}

  static void check(AuditReads.AccountSums sums, Findings findings) {
    Account stored = sums.stored();
    String key = stored.id().toString();
    for (Part part : Part.values()) {
      findings.require("I8", key, part + " by entries", sums.entries().of(part), stored.of(part));
    }
    findings.require("I8", key, "AVAILABLE by lots", sums.lotsAvailable(), stored.available());
    findings.require("I8", key, "PENDING by lots", sums.lotsPending(), stored.pending());
    findings.require("I8", key, "HELD by lots", sums.lotsHeld(), stored.held());
    long inLots = sums.lotsAvailable() + sums.lotsPending() + sums.lotsHeld();
    findings.require("I8", key, "lots by allocations", sums.allocations(), inLots);
    findings.require(
        "I8", key, "debt beside available", true, stored.debt() == 0 || stored.available() == 0);
  }
}
