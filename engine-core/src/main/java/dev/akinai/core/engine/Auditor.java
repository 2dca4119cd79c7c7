package dev.akinai.core.engine;

import dev.akinai.base.Page;
import dev.akinai.base.ShopId;
import dev.akinai.core.base.Commands;
import dev.akinai.engine.Audit;
import dev.akinai.engine.AuditReport;
import dev.akinai.spi.UnitOfWork;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Checks every invariant of RELIABILITY section 6 that this version's parts can break, page by page, on live data. Thread-safe. */
final class Auditor implements Audit {

  private static final int PAGE = 200;

  private final Commands commands;

  Auditor(Commands commands) {
    this.commands = commands;
  }

  @Override
  public AuditReport run(ShopId shop) {
    var findings = new Findings();
    // each page is one unit: what belongs together is read together, and no read is long
    pages(
        shop,
        (unit, page) -> unit.audit().cells(page),
        (unit, cell) -> CellChecks.check(cell, findings));
    pages(
        shop,
        (unit, page) -> unit.audit().holds(page),
        (unit, hold) -> HoldChecks.check(hold, findings));
    pages(
        shop,
        (unit, page) -> unit.audit().accounts(page),
        (unit, account) -> LedgerChecks.check(account, findings));
    pages(
        shop,
        (unit, page) -> unit.audit().streams(page),
        (unit, stream) -> OrderChecks.checkStream(stream, findings));
    pages(
        shop,
        (unit, page) -> unit.audit().payments(page),
        (unit, payment) -> OrderChecks.checkPayment(unit, payment, findings));
    pages(
        shop,
        (unit, page) -> unit.orders().list(page),
        (unit, row) -> OrderChecks.checkOrder(unit, row, findings));
    return findings.report();
  }

  private <T> void pages(
      ShopId shop,
      BiFunction<UnitOfWork, Page.Request, Page<T>> read,
      BiConsumer<UnitOfWork, T> check) {
    Optional<Page.Request> next = Optional.of(Page.Request.first(PAGE));
    while (next.isPresent()) {
      Page.Request request = next.get();
      Page<T> page = commands.inUnit(shop, unit -> {
        Page<T> items = read.apply(unit, request);
        items.items().forEach(item -> check.accept(unit, item));
        return items;
      });
      next = page.next().map(request::after);
    }
  }
}
