package dev.akinai.samples.workbench;

import dev.akinai.base.Outcome;
import dev.akinai.base.Refusal;
import dev.akinai.catalog.Product;
import dev.akinai.catalog.Sku;
import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.Quote;
import dev.akinai.promotion.Draft;
import dev.akinai.promotion.InvalidOffersException;
import dev.akinai.promotion.OfferIssue;
import dev.akinai.samples.workbench.common.BadInputException;
import dev.akinai.samples.workbench.common.Callers;
import dev.akinai.samples.workbench.common.InputFile;
import dev.akinai.samples.workbench.common.Json;
import dev.akinai.samples.workbench.common.OutputOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
          "JSON: {currency, lines: [{sku, quantity, price}], codes, buyer, channel}; prices in minor units.")
  private Path cart = Path.of("");

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var callers = Callers.of("workbench");
    CartFile file = CartFile.read(new InputFile(cart));
    String json = new InputFile(rules).text();
    try (Commerce shop = Akinai.builder().build()) {
      Draft draft = draft(shop, json);
      if (!draft.offers().isEmpty()) {
        shop.promotions().publish(draft, callers.call("offers")).orThrow();
      }
      List<Product> products = file.cart().lines().stream()
          .map(CartLine::sku)
          .distinct()
          .map(sku -> Product.of(sku.value(), sku.value(), Sku.of(sku.value(), sku.value())))
          .toList();
      if (!products.isEmpty()) {
        shop.catalog().publish(products, callers.call("catalog")).orThrow();
      }
      return shop.pricing()
          .quote(file.cart(), callers.call("quote"))
          .match(done -> show(done.value()), this::refused, again -> 1);
    }
  }

  private Draft draft(Commerce shop, String json) {
    try {
      return shop.promotions().parse(json);
    } catch (InvalidOffersException invalid) {
      throw new BadInputException(
          "The rules (%s) must be sound offers, but hold %d mistakes:%n%s"
              .formatted(rules, invalid.issues().size(), issues(invalid)),
          invalid);
    }
  }

  private static String issues(InvalidOffersException invalid) {
    return invalid.issues().stream().map(PriceCommand::issue).collect(Collectors.joining("\n"));
  }

  private static String issue(OfferIssue issue) {
    return "  %s  %s  %s".formatted(issue.place(), issue.code(), issue.message());
  }

  private int show(Quote quote) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(output.json() ? Json.write(QuoteTree.of(quote)) + "\n" : quote.receipt());
    out.flush();
    return 0;
  }

  private int refused(Outcome.Refused<Quote> refused) {
    for (Refusal reason : refused.reasons()) {
      spec.commandLine().getErr().println(reason.code() + ": " + reason);
    }
    return 1;
  }
}
