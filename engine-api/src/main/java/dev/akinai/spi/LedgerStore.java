package dev.akinai.spi;

import dev.akinai.base.Api;
import dev.akinai.base.Page;
import dev.akinai.ledger.Account;
import dev.akinai.ledger.AccountId;
import dev.akinai.ledger.LedgerEntry;
import dev.akinai.ledger.Lot;
import dev.akinai.ledger.LotChange;
import dev.akinai.ledger.Posting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Accounts, lots and the entries that prove them (R-STO-28 to 33). */
@Api(Api.Use.IMPLEMENT)
public interface LedgerStore {

  /**
   * Locks an account, making it if there is none; one lock per operation.
   *
   * @param id which account, not a system account
   * @param unit what it counts
   * @return its newest committed balances
   */
  Account lock(AccountId id, String unit);

  /**
   * Reads an account without a lock.
   *
   * @param id which
   * @return the account, or empty
   */
  Optional<Account> find(AccountId id);

  /**
   * The lots of an account with units left or held.
   *
   * @param id which account; decisions need it locked in this unit
   * @return by (expiry, id), never-expiring last
   */
  List<Lot> lots(AccountId id);

  /**
   * Writes one operation: entries, balances and lots.
   *
   * @param posting the operation
   * @param entryIds an id for each entry, unique in the shop
   * @param at now, on the engine's clock
   * @return what became of it; with any result but POSTED nothing changed
   */
  Posting.Result post(Posting posting, List<String> entryIds, Instant at);

  /**
   * Reads an operation back.
   *
   * @param unit what it counts
   * @param key its business key
   * @return its entries in order, or an empty list
   */
  List<LedgerEntry> entries(String unit, String key);

  /**
   * How an operation touched lots.
   *
   * @param unit what it counts
   * @param key its business key
   * @return in order of entry, then as posted
   */
  List<LotChange> lotChanges(String unit, String key);

  /**
   * An account's entries, oldest first.
   *
   * @param id which account
   * @param page which page
   * @return the page
   */
  Page<LedgerEntry> history(AccountId id, Page.Request page);

  /**
   * Accounts with a lot whose units are left and whose time is over.
   *
   * @param now the engine's clock
   * @param limit most accounts
   * @return accounts with their units, in any order
   */
  List<Account> due(Instant now, int limit);
}
