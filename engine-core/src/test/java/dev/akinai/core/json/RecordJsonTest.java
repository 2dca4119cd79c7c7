package dev.akinai.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akinai.catalog.SkuId;
import dev.akinai.member.MemberId;
import dev.akinai.money.CurrencyCode;
import dev.akinai.money.Money;
import dev.akinai.order.Milestone;
import dev.akinai.order.OrderEvent;
import dev.akinai.order.PieceUnits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RecordJsonTest {

  /** One of each thing that an event may hold. */
  public record Sample(
      String text,
      long number,
      int small,
      boolean flag,
      SkuId sku,
      Money money,
      Instant at,
      Milestone milestone,
      Optional<MemberId> somebody,
      Optional<MemberId> nobody,
      OptionalLong cap,
      OptionalLong noCap,
      List<PieceUnits> units) {}

  private static final Sample SAMPLE = new Sample(
      "日本茶 \"tea\"\n",
      Long.MIN_VALUE,
      -7,
      true,
      SkuId.of("S100"),
      Money.of(CurrencyCode.declared("GBM", 3), 12_345),
      Instant.parse("2026-11-01T10:00:00.123456Z"),
      Milestone.PAID,
      Optional.of(MemberId.of("mia")),
      Optional.empty(),
      OptionalLong.of(3),
      OptionalLong.empty(),
      List.of(new PieceUnits(1, 2), new PieceUnits(2, 1)));

  @Test
  void readsWhatItWrites() {
    String text = RecordJson.write(SAMPLE);

    assertThat(RecordJson.read(text, Sample.class)).isEqualTo(SAMPLE);
    assertThat(text)
        .contains("\"money\":{\"currency\":\"GBM\",\"digits\":3,\"minor\":12345}")
        .doesNotContain("nobody");
  }

  @Test
  void ignoresWhatItDoesNotKnowAndNamesWhatIsMissing() {
    String text =
        RecordJson.write(new OrderEvent.UnitsShipped(List.of(new PieceUnits(1, 2)), SAMPLE.at()));
    String newer = text.replace("{\"at\"", "{\"added\":{\"later\":[1]},\"at\"");

    assertThat(RecordJson.read(newer, OrderEvent.UnitsShipped.class).units()).hasSize(1);
    assertThatThrownBy(() -> RecordJson.read("{\"units\":[]}", OrderEvent.UnitsShipped.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at");
  }

  @Test
  void checksValuesOnTheWayIn() {
    String text =
        RecordJson.write(new OrderEvent.UnitsShipped(List.of(new PieceUnits(1, 2)), SAMPLE.at()));

    assertThatThrownBy(() -> RecordJson.read(
            text.replace("\"quantity\":2", "\"quantity\":-2"), OrderEvent.UnitsShipped.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-2");
  }
}
