package dev.akinai.samples.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceTest {

  private static final String RULES = """
      [{"id": "tenth", "effect": {"percent": {"ppm": 100000}}},
       {"id": "welcome", "currency": "CNY", "code": "WELCOME", "effect": {"amount": {"off": 500}}, "when": {"sum": {"of": "amount", "ge": 20000}}}]
      """;
  private static final String CART = """
      {"currency": "CNY", "lines": [{"sku": "tea", "quantity": 3, "price": 3333}], "codes": ["welcome"], "buyer": "mia", "channel": "app"}
      """;

  @TempDir
  Path folder;

  private Cli price(String rules, String cart, Object... more) {
    var args = new java.util.ArrayList<Object>(java.util.List.of(
        "price",
        "--rules",
        Cli.write(folder, "rules.json", rules),
        "--cart",
        Cli.write(folder, "cart.json", cart)));
    args.addAll(java.util.List.of(more));
    return Cli.run(args.toArray());
  }

  @Test
  void theReceiptTellsWhyEachOfferDidOrDidNotApply() {
    Cli run = price(RULES, CART);

    assertThat(run.out())
        .contains("3 x tea at 33.33")
        .contains("99.99")
        .contains("-10.00")
        .contains("89.99")
        .contains("tenth: APPLIED")
        .contains("welcome: THRESHOLD_NOT_MET");
    assertThat(run.code()).isZero();
  }

  @Test
  void theSameAsJson() {
    Cli run = price(RULES, CART, "--json");

    assertThat(run.out())
        .contains("\"payable\" : 8999")
        .contains("\"code\" : \"THRESHOLD_NOT_MET\"");
    assertThat(run.code()).isZero();
  }

  @Test
  void theExampleOfTheReadmePrintsWhatItShows() throws java.io.IOException {
    Cli run = Cli.run("price", "--rules", "examples/rules.json", "--cart", "examples/cart.json");

    assertThat(run.out()).isNotEmpty();
    assertThat(java.nio.file.Files.readString(Path.of("README.md"))).contains(run.out());
  }

  @Test
  void noOffersIsNoMistake() {
    assertThat(price("[]", CART).out()).contains("99.99");
  }

  @Test
  void everyMistakeOfTheRulesIsShownWithItsPlace() {
    Cli run =
        price("[{\"id\": \"x\", \"effect\": {\"percent\": {\"ppm\": 0}}, \"colour\": 1}]", CART);

    assertThat(run.err()).contains("/0/effect/percent/ppm").contains("/0/colour");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void anUnknownKeyOfTheCartIsNamed() {
    Cli run = price(RULES, CART.replace("\"price\"", "\"prize\""));

    assertThat(run.err())
        .contains("The key (prize) of line 1 of the cart")
        .contains("[brand, category, price, quantity, sku]");
    assertThat(run.code()).isEqualTo(2);
  }
}
