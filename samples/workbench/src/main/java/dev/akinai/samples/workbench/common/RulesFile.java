package dev.akinai.samples.workbench.common;

import dev.akinai.engine.Commerce;
import dev.akinai.promotion.Draft;
import dev.akinai.promotion.InvalidOffersException;
import dev.akinai.promotion.OfferIssue;
import dev.akinai.promotion.Ruleset;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A file of offers in their JSON form; what is wrong with it is told with its places. Stateless. */
public final class RulesFile {

  private RulesFile() {}

  /**
   * Reads offers.
   *
   * @param file where they are
   * @param shop whose engine reads them
   * @return the offers, lanes and policy
   * @throws BadInputException with every mistake and its place
   */
  public static Draft draft(Path file, Commerce shop) {
    String text = new InputFile(file).text();
    try {
      return shop.promotions().parse(text);
    } catch (InvalidOffersException invalid) {
      throw unsound(file, invalid);
    }
  }

  /**
   * Reads offers as a ruleset.
   *
   * @param file where they are
   * @param shop whose engine reads them
   * @return the ruleset
   * @throws BadInputException with every mistake and its place
   */
  public static Ruleset read(Path file, Commerce shop) {
    try {
      return shop.promotions().compose(draft(file, shop));
    } catch (InvalidOffersException invalid) {
      throw unsound(file, invalid);
    }
  }

  private static BadInputException unsound(Path file, InvalidOffersException invalid) {
    return new BadInputException(
        "The rules (%s) must be sound offers, but hold %d mistakes:%n%s"
            .formatted(
                file,
                invalid.issues().size(),
                invalid.issues().stream().map(RulesFile::text).collect(Collectors.joining("\n"))),
        invalid);
  }

  private static String text(OfferIssue issue) {
    return "  %s  %s  %s".formatted(issue.place(), issue.code(), issue.message());
  }
}
