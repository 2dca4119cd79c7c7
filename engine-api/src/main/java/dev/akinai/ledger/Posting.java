package dev.akinai.ledger;

import dev.akinai.base.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One operation on the ledger: its entries, the lots it makes and the lots it touches, under one business key. Immutable.
 *
 * <p>A business key is written once: the same content again changes nothing, other content is refused (R-STO-28).
 *
 * @param unit what is counted, such as {@code points}
 * @param key the business key, such as {@code earn:<order>}, 1 to 160 visible characters
 * @param entries at least one, numbered from 1
 * @param newLots lots that begin here, each with the entry that fills it in {@code lotChanges}
 * @param lotChanges how entries touch lots; those of new lots say how they are filled
 */
public record Posting(
    String unit,
    String key,
    List<LedgerEntry> entries,
    List<Lot> newLots,
    List<LotChange> lotChanges) {

  /** Copies the lists. */
  public Posting {
    Text.requireVisible("unit", unit, 32);
    Text.requireVisible("key", key, 160);
    entries = List.copyOf(entries);
    newLots = List.copyOf(newLots);
    lotChanges = List.copyOf(lotChanges);
  }

  /** What became of a posting. */
  public enum Result {
    /** It was written now. */
    POSTED,
    /** The same content was written before under this key. */
    REPEATED,
    /** Other content was written before under this key. */
    KEY_REUSED,
    /** A part of an account or a lot would have fallen below zero; nothing was written. */
    SHORT
  }

  /**
   * What changes on each account that stores balances, in lock order.
   *
   * @return by account, the change of each part that the entries name
   */
  public Map<AccountId, Map<Part, Long>> balanceChanges() {
    var changes = new TreeMap<AccountId, Map<Part, Long>>(
        (a, b) -> Text.UTF8_ORDER.compare(a.value(), b.value()));
    for (LedgerEntry entry : entries) {
      // debt is what the account owes: units that leave it add to it, units that reach it repay it
      add(
          changes,
          entry.from(),
          entry.fromPart(),
          entry.fromPart() == Part.DEBT ? entry.amount() : -entry.amount());
      add(
          changes,
          entry.to(),
          entry.toPart(),
          entry.toPart() == Part.DEBT ? -entry.amount() : entry.amount());
    }
    return changes;
  }

  private static void add(
      Map<AccountId, Map<Part, Long>> changes, AccountId account, Part part, long amount) {
    if (!account.isSystem()) {
      changes
          .computeIfAbsent(account, key -> new EnumMap<>(Part.class))
          .merge(part, amount, Math::addExact);
    }
  }
}
