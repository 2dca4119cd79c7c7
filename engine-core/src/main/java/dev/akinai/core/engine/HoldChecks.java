package dev.akinai.core.engine;

import dev.akinai.quota.Hold;
import dev.akinai.quota.HoldLine;
import dev.akinai.quota.HoldState;

/** I3: a hold's lines add up, and what is settled is on target. Stateless. */
final class HoldChecks {

  private HoldChecks() {}

  static void check(Hold hold, Findings findings) {
    for (HoldLine line : hold.lines()) {
      String key = hold.id() + "#" + line.line();
      findings.requireAtMost("I3", key, "confirmed", line.quantity(), line.confirmed());
      findings.requireAtMost("I3", key, "given back", line.confirmed(), line.back());
      long confirmed = hold.state() == HoldState.CONFIRMED ? line.quantity() : 0;
      findings.require(
          "I3", key, "confirmed of a " + hold.state() + " hold", confirmed, line.confirmed());
      // between a confirm and its settlement the cell still counts the units as held
      boolean onTheWay = line.postedHeld() == line.quantity() && line.postedConsumed() == 0;
      boolean partly = line.postedHeld() == 0 && line.postedConsumed() == line.confirmed();
      findings.require(
          "I3", key, "posted", true, line.isSettled(hold.state()) || onTheWay || partly);
    }
  }
}
