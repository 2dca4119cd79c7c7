package dev.akinai.core.ledger;

import dev.akinai.ledger.AccountId;
import dev.akinai.ledger.LedgerEntry;
import dev.akinai.ledger.Lot;
import dev.akinai.ledger.LotChange;
import dev.akinai.ledger.Part;
import dev.akinai.ledger.Posting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects one operation's entries and how they touch lots; a touch belongs to the entry moved last. For one thread. */
final class PostingDraft {

  private final String unit;
  private final String key;
  private final String ref;
  private final Instant valueAt;
  private final List<LedgerEntry> entries = new ArrayList<>();
  private final List<Lot> newLots = new ArrayList<>();
  private final List<LotChange> lotChanges = new ArrayList<>();

  PostingDraft(String unit, String key, String ref, Instant valueAt) {
    this.unit = unit;
    this.key = key;
    this.ref = ref;
    this.valueAt = valueAt;
  }

  void newLot(
      AccountId account,
      String id,
      long granted,
      Optional<Instant> availableAt,
      Optional<Instant> expiresAt) {
    newLots.add(new Lot(account, id, granted, 0, 0, availableAt, expiresAt, ref));
  }

  void move(String kind, AccountId from, Part fromPart, AccountId to, Part toPart, long amount) {
    entries.add(new LedgerEntry(
        entries.size() + 1, kind, from, fromPart, to, toPart, amount, valueAt, ref));
  }

  void touch(AccountId account, String lot, long remaining) {
    lotChanges.add(new LotChange(entries.size(), account, lot, remaining, 0, Optional.empty()));
  }

  void mature(AccountId account, String lot, Optional<Instant> expiresAt) {
    lotChanges.add(
        new LotChange(entries.size(), account, lot, 0, 0, Optional.of(valueAt), expiresAt));
  }

  Posting build() {
    return new Posting(unit, key, entries, newLots, lotChanges);
  }
}
