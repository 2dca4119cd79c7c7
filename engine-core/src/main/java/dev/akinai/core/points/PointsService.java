package dev.akinai.core.points;

import dev.akinai.base.CallContext;
import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Outcome;
import dev.akinai.base.Page;
import dev.akinai.base.ShopId;
import dev.akinai.core.base.Commands;
import dev.akinai.core.base.RefusedInside;
import dev.akinai.core.ledger.LotKeeper;
import dev.akinai.ledger.Account;
import dev.akinai.ledger.AccountId;
import dev.akinai.ledger.LedgerEntry;
import dev.akinai.ledger.Lot;
import dev.akinai.member.MemberId;
import dev.akinai.points.EarnPoints;
import dev.akinai.points.Points;
import dev.akinai.points.PointsBalance;
import dev.akinai.points.PointsRefusal;
import dev.akinai.points.SpendPoints;
import dev.akinai.spi.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The points on a storage's ledger. Thread-safe. */
public final class PointsService implements Points {

  /** The ledger's name for points. */
  public static final String UNIT = "points";

  private final Commands commands;
  private final LotKeeper lots;

  /** Points whose commands run on a storage. */
  public PointsService(Commands commands, LotKeeper lots) {
    this.commands = commands;
    this.lots = lots;
  }

  /** A member's account. */
  public static AccountId account(MemberId member) {
    return new AccountId(UNIT + ":" + member);
  }

  @Override
  public PointsBalance balance(ShopId shop, MemberId member) {
    return commands.inUnit(shop, unit -> balance(unit, member));
  }

  @Override
  public Outcome<PointsBalance> earn(EarnPoints command, CallContext call) {
    requirePositive(command.points());
    var named = new Commands.Command("points.earn", call, List.of(command), "");
    String key = "earn:" + call.requestKey();
    return commands.run(
        named,
        unit -> earn(unit, command, key),
        (unit, nothing) -> balance(unit, command.member()));
  }

  @Override
  public Outcome<PointsBalance> spend(SpendPoints command, CallContext call) {
    requirePositive(command.points());
    var named = new Commands.Command("points.spend", call, List.of(command), "");
    String key = "spend:" + call.requestKey();
    return commands.run(
        named,
        unit -> spend(unit, command, key),
        (unit, nothing) -> balance(unit, command.member()));
  }

  @Override
  public int expireDue(ShopId shop, int limit) {
    List<Account> due =
        commands.inUnit(shop, unit -> unit.ledger().due(commands.door().now(), limit));
    int booked = 0;
    for (Account account : due) {
      booked += commands.inUnit(shop, unit -> lots.tidy(unit, account.id())) ? 1 : 0;
    }
    return booked;
  }

  @Override
  public Page<LedgerEntry> history(ShopId shop, MemberId member, Page.Request page) {
    return commands.inUnit(shop, unit -> unit.ledger().history(account(member), page));
  }

  private PointsBalance earn(UnitOfWork unit, EarnPoints command, String key) {
    lots.earn(
        unit,
        account(command.member()),
        new LotKeeper.Earning(key, command.points(), false, command.expiresAt(), command.reason()));
    return balance(unit, command.member());
  }

  private PointsBalance spend(UnitOfWork unit, SpendPoints command, String key) {
    LotKeeper.Spent spent =
        lots.spend(unit, account(command.member()), key, command.points(), command.reason());
    if (!spent.done()) {
      throw RefusedInside.because(
          new PointsRefusal.PointsShort(command.member(), command.points(), spent.available()));
    }
    return balance(unit, command.member());
  }

  private PointsBalance balance(UnitOfWork unit, MemberId member) {
    AccountId id = account(member);
    Account account = unit.ledger().find(id).orElse(Account.empty(id, UNIT));
    Instant now = commands.door().now();
    List<Lot> known = unit.ledger().lots(id);
    long overdue = known.stream()
        .filter(lot -> lot.availableAt().isPresent() && lot.isExpiredAt(now))
        .mapToLong(Lot::remaining)
        .sum();
    Optional<Instant> next = known.stream()
        .filter(lot -> lot.isSpendableAt(now) && lot.remaining() > 0)
        .flatMap(lot -> lot.expiresAt().stream())
        .min(Instant::compareTo);
    return new PointsBalance(
        account.available() - overdue, account.pending(), account.held(), account.debt(), next);
  }

  private static void requirePositive(long points) {
    if (points < 1) {
      throw new InvalidInputException(
          "The points (" + points + ") must be 1 or more. Maybe use the other command.");
    }
  }
}
