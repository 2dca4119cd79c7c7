package dev.akinai.core.pricing;

import dev.akinai.base.Text;
import dev.akinai.core.promotion.Codes;
import dev.akinai.points.EarningRule;
import dev.akinai.pricing.CouponFact;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.TenderPart;
import dev.akinai.promotion.OfferId;
import dev.akinai.quota.Cell;
import dev.akinai.quota.CellKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one evaluation of a cart knows and has done so far. For one quote and thread. */
final class Evaluation {

  final PricingInput input;
  final CompiledRules rules;
  final EarningRule earning;
  final Sheet sheet;
  final Set<String> codes;
  final CartView view;
  final Bounds bounds;
  final Reducer reducer;
  final Nets nets;
  final Tape tape;
  final Verdicts verdicts = new Verdicts();
  final List<Applied> applied = new ArrayList<>();
  final List<TenderPart> tenders = new ArrayList<>();
  final OfferCells.Buyer buyer;
  private final Map<CellKey, Cell> used = new HashMap<>();
  private final Map<CellKey, Integer> budgets = new HashMap<>();
  private @Nullable Nets trial;

  /** An offer that applied; its number in the tape is its place in the list. */
  record Applied(Candidate candidate, long base, long raw, long discount) {

    /** Both together, as by the first. */
    Applied plus(Applied other) {
      return new Applied(candidate, base + other.base, raw + other.raw, discount + other.discount);
    }
  }

  Evaluation(PricingInput input, CompiledRules rules, EarningRule earning) {
    this(input, rules, earning, Map.of());
  }

  Evaluation(
      PricingInput input,
      CompiledRules rules,
      EarningRule earning,
      Map<OfferId, Map<String, Long>> granted) {
    this.input = input;
    this.rules = rules;
    this.earning = earning;
    this.sheet = new SheetMaker(input).make();
    this.codes = new TreeSet<>(Text.UTF8_ORDER);
    input.cart().codes().forEach(code -> codes.add(Codes.normalise(code)));
    input.coupons().forEach(coupon -> coupon.code().ifPresent(codes::add));
    this.buyer = new OfferCells.Buyer(input.cart().buyer(), input.facts());
    input.used().forEach(cell -> used.put(cell.key(), cell));
    this.bounds =
        new Bounds(sheet, rules.lanes, rules.ruleset.policy(), input.cart().currency());
    this.nets = sheet.entry(0, bounds.caps());
    bounds.unlimited(nets);
    this.view = new CartView(input.cart(), input.facts(), codes, sheet, nets, rules.extensions);
    this.reducer = new Reducer(sheet, view, bounds, new Granted(sheet, granted));
    this.tape = new Tape(nets.size);
  }

  /** The amounts as they are now, to try one offer on: good until the next are asked for. */
  Nets trial() {
    if (trial == null || trial.budgets.length != nets.budgets.length) {
      trial = new Nets(nets.size + 4, nets.budgets.length, nets.caps.length);
    }
    trial.copyFrom(nets);
    return trial;
  }

  /** A code as the buyer typed it first. */
  String typed(String code) {
    return input.cart().codes().stream()
        .filter(typed -> Codes.normalise(typed).equals(code))
        .findFirst()
        .orElse(code);
  }

  Cell used(CellKey key) {
    return used.getOrDefault(key, Cell.empty(key));
  }

  /** The number of a budget; what is left of it is known from then on. */
  int budget(CellKey key, long amount) {
    return budgets.computeIfAbsent(key, each -> {
      Cell cell = used(key);
      nets.budgets = Arrays.copyOf(nets.budgets, nets.budgets.length + 1);
      nets.budgets[nets.budgets.length - 1] = Math.max(0, amount - cell.held() - cell.consumed());
      return nets.budgets.length - 1;
    });
  }

  /** The coupons that open an offer. */
  List<CouponFact> coupons(CompiledOffer rule) {
    return input.coupons().stream()
        .filter(coupon -> coupon.offer().equals(rule.offer.id()))
        .toList();
  }
}
