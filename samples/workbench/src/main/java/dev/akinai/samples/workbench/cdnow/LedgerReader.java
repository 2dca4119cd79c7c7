package dev.akinai.samples.workbench.cdnow;

import dev.akinai.base.Page;
import dev.akinai.base.ShopId;
import dev.akinai.ledger.LedgerEntry;
import dev.akinai.member.MemberId;
import dev.akinai.points.Points;
import dev.akinai.samples.workbench.common.Check.Source;
import dev.akinai.samples.workbench.common.Checks;
import dev.akinai.samples.workbench.common.Hashing;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/** Reads every customer's balance and history back from the engine and adds them up. For one thread. */
final class LedgerReader {

  private static final int PAGE = 500;
  private static final String PREFIX = "points_ledger.";

  private final Points points;
  private final ShopId shop;
  private final Map<String, Long> byKind = new HashMap<>();
  private final Map<String, Long> expiredByMonth = new TreeMap<>();
  private final Hashing balances = new Hashing();
  private long outstanding;
  private long withBalance;

  LedgerReader(Points points, ShopId shop) {
    this.points = points;
    this.shop = shop;
  }

  void read(SortedSet<String> customers) {
    for (String customer : customers) {
      var member = new MemberId(customer);
      long balance = points.balance(shop, member).available();
      balances.line(customer + "," + balance);
      outstanding += balance;
      withBalance += balance > 0 ? 1 : 0;
      readHistory(member);
    }
  }

  private void readHistory(MemberId member) {
    Optional<Page.Request> next = Optional.of(Page.Request.first(PAGE));
    while (next.isPresent()) {
      Page<LedgerEntry> page = points.history(shop, member, next.get());
      page.items().forEach(this::add);
      next = page.next().map(next.get()::after);
    }
  }

  private void add(LedgerEntry entry) {
    byKind.merge(entry.kind(), entry.amount(), Long::sum);
    if (entry.kind().equals("EXPIRE")) {
      expiredByMonth.merge(entry.valueAt().toString().substring(0, 7), entry.amount(), Long::sum);
    }
  }

  /** What was paid in money: the prices less the points that were spent, one cent each. */
  long cashPaid(long cents) {
    return cents - byKind.getOrDefault("SPEND", 0L);
  }

  void report(Checks checks) {
    checks.add(PREFIX + "earned", byKind.getOrDefault("EARN", 0L), Source.ENGINE);
    checks.add(PREFIX + "redeemed", byKind.getOrDefault("SPEND", 0L), Source.ENGINE);
    checks.add(PREFIX + "expired", byKind.getOrDefault("EXPIRE", 0L), Source.ENGINE);
    checks.add(PREFIX + "outstanding", outstanding, Source.ENGINE);
    checks.add(PREFIX + "customers_with_balance", withBalance, Source.ENGINE);
    checks.add(PREFIX + "balances_sha256", balances.hex(), Source.ENGINE);
    expiredByMonth.forEach((month, expired) ->
        checks.add(PREFIX + "expired_by_month." + month, expired, Source.ENGINE));
  }
}
