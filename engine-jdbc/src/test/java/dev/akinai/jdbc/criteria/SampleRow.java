package dev.akinai.jdbc.criteria;

import dev.akinai.criteria.FactSheet;
import dev.akinai.criteria.TreePosition;
import java.util.Optional;
import java.util.Set;

/** One product as the sample tables keep it; what is empty is not known. */
record SampleRow(
    Optional<String> brand,
    Optional<Long> price,
    Optional<Boolean> reduced,
    Optional<Set<String>> tags,
    Set<String> groups,
    Optional<TreePosition> category) {

  FactSheet facts() {
    FactSheet.Builder sheet = FactSheet.builder().set("groups", groups);
    brand.ifPresent(value -> sheet.text("brand", value));
    price.ifPresent(value -> sheet.number("price", value));
    reduced.ifPresent(value -> sheet.flag("reduced", value));
    tags.ifPresent(value -> sheet.set("tags", value));
    category.ifPresent(value -> sheet.tree("category", value));
    return sheet.build();
  }
}
