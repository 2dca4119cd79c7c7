package dev.akinai.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TruthTest {

  @Property
  void deMorgan(@ForAll Truth a, @ForAll Truth b) {
    assertThat(a.and(b).not()).isEqualTo(a.not().or(b.not()));
    assertThat(a.or(b).not()).isEqualTo(a.not().and(b.not()));
  }

  @Property
  void orderAndGroupingDoNotMatter(@ForAll Truth a, @ForAll Truth b, @ForAll Truth c) {
    assertThat(a.and(b)).isEqualTo(b.and(a));
    assertThat(a.or(b)).isEqualTo(b.or(a));
    assertThat(a.and(b.and(c))).isEqualTo(a.and(b).and(c));
    assertThat(a.and(b.or(c))).isEqualTo(a.and(b).or(a.and(c)));
  }

  @Property
  void twoNegationsCancel(@ForAll Truth a) {
    assertThat(a.not().not()).isEqualTo(a);
  }

  @Property
  void theUnknownOnlyStaysWhereItMatters(@ForAll Truth a) {
    assertThat(a.and(Truth.FALSE)).isEqualTo(Truth.FALSE);
    assertThat(a.or(Truth.TRUE)).isEqualTo(Truth.TRUE);
    assertThat(Truth.UNKNOWN.and(a)).isEqualTo(a == Truth.FALSE ? Truth.FALSE : Truth.UNKNOWN);
    assertThat(Truth.UNKNOWN.or(a)).isEqualTo(a == Truth.TRUE ? Truth.TRUE : Truth.UNKNOWN);
    assertThat(Truth.UNKNOWN.not()).isEqualTo(Truth.UNKNOWN);
    assertThat(Truth.UNKNOWN.isTrue()).isFalse();
  }
}
