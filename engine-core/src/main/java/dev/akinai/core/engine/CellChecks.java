package dev.akinai.core.engine;

import dev.akinai.quota.Cell;
import dev.akinai.spi.AuditReads;
import java.util.stream.LongStream;

/** I1 and I2: counters are sound, and are the sums of what is behind them. Stateless. */
final class CellChecks {

  private CellChecks() {}

  static void check(AuditReads.CellSums sums, Findings findings) {
    Cell cell = sums.stored();
    Cell entries = sums.entries();
    String key = cell.key().toString();
    long lowest = LongStream.of(
            cell.limit(),
            cell.held(),
            cell.consumed(),
            cell.overdraft(),
            cell.safety(),
            cell.shortfall())
        .min()
        .orElse(0);
    findings.require("I1", key, "lowest counter", true, lowest >= 0);
    long uncovered = Math.max(0, cell.held() + cell.consumed() - cell.limit() - cell.overdraft());
    findings.require("I1", key, "shortfall", uncovered, cell.shortfall());
    findings.require("I2", key, "limit", entries.limit(), cell.limit());
    findings.require("I2", key, "held", entries.held(), cell.held());
    findings.require("I2", key, "consumed", entries.consumed(), cell.consumed());
    findings.require("I2", key, "overdraft", entries.overdraft(), cell.overdraft());
    findings.require("I2", key, "safety", entries.safety(), cell.safety());
    findings.require("I2", key, "held by hold lines", sums.linesHeld(), cell.held());
    findings.require("I2", key, "consumed by hold lines", sums.linesConsumed(), cell.consumed());
  }
}
