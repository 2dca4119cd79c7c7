package dev.akinai.samples.workbench.lint;

import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.pricing.CartLine;
import dev.akinai.pricing.LintFinding;
import dev.akinai.pricing.PricingInput;
import dev.akinai.promotion.OfferId;
import dev.akinai.promotion.Ruleset;
import dev.akinai.samples.workbench.common.BadInputException;
import dev.akinai.samples.workbench.common.Json;
import dev.akinai.samples.workbench.common.OutputOptions;
import dev.akinai.samples.workbench.common.RulesFile;
import dev.akinai.samples.workbench.simulate.DataSet;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks for what a merchant hardly meant: dead offers, cliffs, losses, orders that matter. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description = "Looks for what a merchant hardly meant, and shows the smallest cart for each.")
public final class LintCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "Offers in their JSON form.")
  private Path rules = Path.of("");

  @Option(
      names = "--goods",
      paramLabel = "DATA",
      description =
          "The folder of the Complete Journey, or the file of Online Retail; else goods that the rules name.")
  private @Nullable Path goods;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "The present, such as 2017-01-01T00:00:00Z; else now.")
  private @Nullable String at;

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (Commerce shop = Akinai.builder().build()) {
      Ruleset ruleset = RulesFile.read(rules, shop);
      PricingInput world = Optional.ofNullable(goods)
          .map(data -> DataSet.goods(DataSet.read(data)))
          .orElseGet(() -> MentionedGoods.world(ruleset));
      show(shop.pricing().lint(ruleset, world.at(instant())));
      return 0;
    }
  }

  private Instant instant() {
    try {
      return at == null ? Instant.now() : Instant.parse(at);
    } catch (DateTimeParseException malformed) {
      throw new BadInputException(
          "The present (" + at + ") must be an instant. Maybe add Z: 2017-01-01T00:00:00Z.",
          malformed);
    }
  }

  private void show(List<LintFinding> findings) {
    PrintWriter out = spec.commandLine().getOut();
    if (output.json()) {
      out.println(Json.write(findings.stream().map(LintCommand::tree).toList()));
    } else {
      findings.forEach(finding -> out.print(text(finding)));
      out.println(findings.size() + " findings");
    }
    out.flush();
  }

  private static String text(LintFinding finding) {
    var text =
        new StringBuilder("%s %s: %s%n".formatted(finding.code(), offers(finding), finding.text()));
    carts(finding).forEach(cart -> text.append("     ").append(cart).append('\n'));
    return text.toString();
  }

  private static String offers(LintFinding finding) {
    return finding.offers().stream().map(OfferId::value).collect(Collectors.joining(", "));
  }

  private static List<String> carts(LintFinding finding) {
    var carts = new ArrayList<String>();
    finding
        .example()
        .ifPresent(example -> example
            .carts()
            .forEach(cart -> carts.add(
                "%s pays %s".formatted(lines(cart.input()), cart.payable().amountText()))));
    return carts;
  }

  private static String lines(PricingInput input) {
    return input.cart().lines().stream().map(LintCommand::line).collect(Collectors.joining(", "));
  }

  private static String line(CartLine line) {
    return "%d x %s at %s"
        .formatted(
            line.quantity(),
            line.sku(),
            line.fixedPrice().map(price -> price.amountText()).orElse("list"));
  }

  private static Map<String, Object> tree(LintFinding finding) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("code", finding.code().text());
    tree.put("offers", finding.offers().stream().map(OfferId::value).toList());
    tree.put("text", finding.text());
    tree.put("carts", carts(finding));
    return tree;
  }
}
