package dev.akinai.samples.workbench;

import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.base.Refusal;
import dev.akinai.catalog.Category;
import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.pricing.Explanation;
import dev.akinai.pricing.PricingInput;
import dev.akinai.pricing.Quote;
import dev.akinai.pricing.TaxTable;
import dev.akinai.promotion.Draft;
import dev.akinai.promotion.OfferId;
import dev.akinai.samples.workbench.common.Callers;
import dev.akinai.samples.workbench.common.InputFile;
import dev.akinai.samples.workbench.common.Json;
import dev.akinai.samples.workbench.common.OutputOptions;
import dev.akinai.samples.workbench.common.RulesFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prices a cart under a file of offers and shows why: every offer ends with a verdict. */
@Command(
    name = "price",
    mixinStandardHelpOptions = true,
    description = "Prices a cart under a file of offers, with every reason.")
final class PriceCommand implements Callable<Integer> {

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      required = true,
      description = "Offers in their JSON form.")
  private Path rules = Path.of("");

  @Option(
      names = "--cart",
      paramLabel = "FILE",
      required = true,
      description =
          "JSON: {currency, lines: [{sku, quantity, price, category, brand}], codes, buyer, channel}; prices in minor units.")
  private Path cart = Path.of("");

  @Option(
      names = "--explain",
      paramLabel = "OFFER",
      description = "Say of one offer why it does or does not apply, and what would change that.")
  private @Nullable String explained;

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var callers = Callers.of("workbench");
    CartFile file = CartFile.read(new InputFile(cart));
    try (Commerce shop = Akinai.builder().build()) {
      Draft draft = RulesFile.draft(rules, shop);
      if (!draft.offers().isEmpty()) {
        shop.promotions().publish(draft, callers.call("offers")).orThrow();
      }
      file.categories()
          .forEach(category -> shop.catalog()
              .put(
                  Category.of(category.value(), category.value()),
                  callers.call("category-" + category))
              .orThrow());
      if (!file.products().isEmpty()) {
        shop.catalog().publish(file.products(), callers.call("catalog")).orThrow();
      }
      if (explained != null) {
        return explain(shop, file, callers.call("explain"), new OfferId(explained));
      }
      return shop.pricing()
          .quote(file.cart(), callers.call("quote"))
          .match(done -> show(done.value()), this::refused, again -> 1);
    }
  }

  private int explain(Commerce shop, CartFile file, CallContext call, OfferId offer) {
    PricingInput input = shop.pricing().read(file.cart(), TaxTable.NONE, call);
    return shop.pricing()
        .explain(input, shop.promotions().current(call.shop()), offer)
        .match(done -> show(done.value()), this::refused, again -> 1);
  }

  private int show(Explanation explanation) {
    var told = new ExplanationText(explanation);
    print(output.json() ? Json.write(told.tree()) + "\n" : told.text());
    return 0;
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }

  private int show(Quote quote) {
    print(output.json() ? Json.write(QuoteTree.of(quote)) + "\n" : quote.receipt());
    return 0;
  }

  private <T> int refused(Outcome.Refused<T> refused) {
    for (Refusal reason : refused.reasons()) {
      spec.commandLine().getErr().println(reason.code() + ": " + reason);
    }
    return 1;
  }
}
