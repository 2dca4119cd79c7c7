package dev.akinai.core.pricing;

import dev.akinai.money.Money;
import dev.akinai.pricing.TenderPart;
import dev.akinai.pricing.Verdict;
import dev.akinai.promotion.Effect;
import dev.akinai.promotion.OfferId;
import java.util.List;
import java.util.OptionalLong;

/**
 * The lane of tenders: deposits that count for more than was paid, then points (PRICING rows 18, 19; 9.4). It is no part of a search. For one
 * quote and thread.
 */
final class Tenders {

  private final Evaluation run;
  private long covered;

  Tenders(Evaluation run) {
    this.run = run;
  }

  void apply(List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      if (candidate.rule.offer.effect() instanceof Effect.DepositExpand deposit) {
        expand(candidate, deposit);
      }
    }
    for (Candidate candidate : candidates) {
      if (candidate.rule.offer.effect() instanceof Effect.PayPoints points) {
        pay(candidate, points);
      }
    }
  }

  private void expand(Candidate candidate, Effect.DepositExpand effect) {
    long deposit = run.bounds.inCartCurrency(candidate, effect.deposit().minor());
    OfferId id = candidate.rule.offer.id();
    if (!run.input.cart().choices().deposits().contains(id) || net(candidate) < deposit) {
      refuse(candidate, Verdict.Code.NO_EFFECT, "deposit");
      return;
    }
    int number = run.applied.size();
    long off = Math.max(0, run.reducer.apply(candidate, run.nets, run.tape, number));
    run.applied.add(
        new Evaluation.Applied(candidate, run.tape.base(number), run.tape.raw(number), off));
    tender(candidate, TenderPart.Kind.DEPOSIT, 1, deposit, off);
  }

  private void pay(Candidate candidate, Effect.PayPoints effect) {
    OptionalLong balance = run.input.facts().points();
    long wanted = run.input.cart().choices().points();
    if (balance.isEmpty() || wanted == 0) {
      refuse(
          candidate,
          balance.isEmpty() && wanted > 0 ? Verdict.Code.UNKNOWN_FACT : Verdict.Code.NO_EFFECT,
          "points");
      return;
    }
    long worth = run.bounds.inCartCurrency(candidate, effect.worth().minor());
    long cap = Math.min(Exact.floor(payable(), effect.maxPpm(), Exact.PPM), payable() - covered);
    long most = Exact.floor(Math.max(0, cap), effect.points(), worth);
    long points = Math.min(most, Math.min(wanted, balance.getAsLong()));
    points -= points % effect.step();
    long value = Exact.floor(points, worth, effect.points());
    if (value == 0) {
      refuse(candidate, Verdict.Code.NO_EFFECT, "points");
    } else {
      run.applied.add(new Evaluation.Applied(candidate, 0, 0, 0));
      tender(candidate, TenderPart.Kind.POINTS, points, value, value);
    }
  }

  private void tender(
      Candidate candidate, TenderPart.Kind kind, long units, long amount, long shown) {
    covered += amount;
    run.tenders.add(new TenderPart(
        kind, candidate.rule.offer.id(), units, Money.of(run.input.cart().currency(), amount)));
    run.verdicts.applied(
        candidate.subject(run.sheet),
        Verdict.Code.APPLIED,
        Money.of(run.input.cart().currency(), shown).toString());
  }

  private void refuse(Candidate candidate, Verdict.Code code, String facts) {
    run.verdicts.not(candidate.subject(run.sheet), code, facts);
  }

  private long net(Candidate candidate) {
    long net = 0;
    for (int i = 0; i < run.nets.size; i++) {
      net += candidate.takes(run.nets, i) ? run.nets.net[i] : 0;
    }
    return net;
  }

  private long payable() {
    long payable = 0;
    for (int i = 0; i < run.nets.size; i++) {
      payable += run.nets.net[i];
    }
    return payable;
  }
}
