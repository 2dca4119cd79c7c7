package dev.akinai.core.promotion;

import dev.akinai.base.InvalidInputException;
import dev.akinai.base.Text;
import dev.akinai.promotion.CodePolicy;
import dev.akinai.promotion.CodePolicy.Kind;
import dev.akinai.promotion.CodePolicy.Transfer;
import java.util.Optional;
import java.util.function.Function;

/** The forms of what opens an offer: one shared code, or a policy of codes (PRICING 9.2). Stateless. */
final class CodeForms {

  private CodeForms() {}

  /** A code as it was typed, read in its one form. */
  static Form<String> code() {
    return Forms.text(
        Forms.OUT_OF_RANGE,
        "1 to 64 visible characters after normalising. Maybe make it shorter",
        typed -> Text.requireVisible("code", Codes.normalise(typed), 64),
        Function.identity(),
        Schemas.text(1, Integer.MAX_VALUE));
  }

  static ObjectForm<CodePolicy> policy() {
    var form = ObjectForm.<CodePolicy>fields();
    var kind = form.must("kind", Forms.choice(Kind.class), CodePolicy::kind);
    var code = form.may("code", code(), CodePolicy::code);
    var from = form.may("claimFrom", TimeForms.instant(), CodePolicy::claimFrom);
    var to = form.may("claimTo", TimeForms.instant(), CodePolicy::claimTo);
    var claims = form.number("claims", Forms.count(), CodePolicy::claims);
    var each = form.number("claimsPerMember", Forms.count(), CodePolicy::claimsPerMember);
    var validFor = form.may("validFor", TimeForms.duration(), CodePolicy::validFor);
    var transfer =
        form.or("transfer", Forms.choice(Transfer.class), Transfer.PERSONAL, CodePolicy::transfer);
    return form.makes(
        "V-07",
        v -> new CodePolicy(
            v.get(kind),
            requireFor(v.get(kind), v.find(code)),
            v.find(from),
            v.find(to),
            v.number(claims),
            v.number(each),
            v.find(validFor),
            v.get(transfer)));
  }

  private static Optional<String> requireFor(Kind kind, Optional<String> code) {
    if (code.isPresent() != (kind == Kind.SHARED)) {
      throw new InvalidInputException("The codes (" + kind
          + ") must have a code exactly if they are SHARED. Maybe SINGLE was meant.");
    }
    return code;
  }

  /** The code alone, if the policy says nothing else. */
  static Optional<String> plain(CodePolicy policy) {
    return policy.code().filter(code -> policy.equals(CodePolicy.shared(code)));
  }
}
