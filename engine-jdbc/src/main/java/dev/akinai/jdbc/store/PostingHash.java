package dev.akinai.jdbc.store;

import dev.akinai.ledger.LedgerEntry;
import dev.akinai.ledger.Lot;
import dev.akinai.ledger.LotChange;
import dev.akinai.ledger.Posting;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The fingerprint of a posting: each field with its length, so that no two postings read alike. Stateless. */
final class PostingHash {

  private PostingHash() {}

  static String of(Posting posting) {
    var text = new StringBuilder();
    add(
        text,
        posting.unit(),
        posting.key(),
        posting.entries().size(),
        posting.newLots().size());
    posting.entries().forEach(entry -> add(text, entry));
    posting.newLots().forEach(lot -> add(text, lot));
    posting.lotChanges().forEach(change -> add(text, change));
    return HexFormat.of()
        .formatHex(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static void add(StringBuilder text, LedgerEntry entry) {
    add(text, entry.no(), entry.kind(), entry.from(), entry.fromPart(), entry.to());
    add(text, entry.toPart(), entry.amount(), entry.valueAt(), entry.ref());
  }

  private static void add(StringBuilder text, Lot lot) {
    add(text, lot.account(), lot.id(), lot.granted(), lot.remaining(), lot.held());
    add(text, lot.availableAt(), lot.expiresAt(), lot.source());
  }

  private static void add(StringBuilder text, LotChange change) {
    add(text, change.entryNo(), change.account(), change.lot(), change.remaining());
    add(text, change.held(), change.maturedAt(), change.expiresAt());
  }

  private static void add(StringBuilder text, Object... fields) {
    for (Object field : fields) {
      String value = field.toString();
      text.append(value.length()).append(':').append(value);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform must have SHA-256.", e);
    }
  }
}
