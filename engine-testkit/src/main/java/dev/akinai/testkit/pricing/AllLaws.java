package dev.akinai.testkit.pricing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The laws by number. Stateless. */
final class AllLaws {

  static final List<Law> LIST = Stream.of(
          StructureLaws.LIST,
          InvarianceLaws.LIST,
          MonotoneLaws.LIST,
          SelectionLaws.LIST,
          UnitLaws.LIST,
          RefundLaws.LIST,
          TaxAndTimeLaws.LIST,
          RecordLaws.LIST,
          FalseLaws.LIST)
      .flatMap(List::stream)
      .sorted(Comparator.comparing(Law::id))
      .toList();

  private AllLaws() {}
}
