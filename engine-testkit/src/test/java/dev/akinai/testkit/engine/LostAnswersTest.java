package dev.akinai.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akinai.base.CallContext;
import dev.akinai.base.Outcome;
import dev.akinai.base.ShopId;
import dev.akinai.core.Akinai;
import dev.akinai.engine.Commerce;
import dev.akinai.spi.StorageException;
import dev.akinai.spi.StorageException.Failure;
import dev.akinai.spi.UnitOfWork;
import dev.akinai.stock.Held;
import dev.akinai.stock.HoldRequest;
import dev.akinai.testkit.spi.ForwardingStorage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A storage that fails before or after it kept a unit: the engine asks again from the claim, and there is one effect. */
class LostAnswersTest {

  /** What goes wrong with one unit. */
  private enum Fault {
    REFUSED_BEFORE,
    LOST_BEFORE,
    LOST_AFTER,
    BROKEN
  }

  private static final class FaultyStorage extends ForwardingStorage {
    private final Deque<Fault> faults = new ArrayDeque<>();

    FaultyStorage(HandSetClock clock) {
      super(Akinai.inMemory(clock));
    }

    @Override
    public <T> T inTransaction(ShopId shop, Function<UnitOfWork, T> work) {
      Fault fault = faults.poll();
      if (fault == Fault.REFUSED_BEFORE) {
        throw new StorageException(Failure.RETRYABLE, "deadlock");
      }
      if (fault == Fault.LOST_BEFORE) {
        throw new StorageException(Failure.UNKNOWN, "connection lost");
      }
      if (fault == Fault.BROKEN) {
        throw new StorageException(Failure.BROKEN, "disk full");
      }
      T kept = super.inTransaction(shop, work);
      if (fault == Fault.LOST_AFTER) {
        throw new StorageException(Failure.UNKNOWN, "connection lost after commit");
      }
      return kept;
    }
  }

  private final HandSetClock clock = HandSetClock.at("2026-11-01T10:00:00Z");
  private final FaultyStorage storage = new FaultyStorage(clock);
  private final Commerce engine = Akinai.builder().storage(storage).clock(clock).build();
  private final TestShop shop = TestShop.open(engine);

  @ParameterizedTest
  @ValueSource(strings = {"REFUSED_BEFORE", "LOST_BEFORE", "LOST_AFTER"})
  void asksAgainAndHoldsOnce(String fault) {
    storage.faults.add(Fault.valueOf(fault));
    Outcome<Held> held = engine.stock().hold(HoldRequest.of(TestShop.SENCHA, 4), shop.call());

    assertThat(held.isDone()).isTrue();
    assertThat(shop.free(TestShop.SENCHA)).isEqualTo(6);
    assertThat(engine.audit().run(TestShop.SHOP).violations()).isEmpty();
  }

  @Test
  void asksTheCallerToComeAgainWhenItCannotKnow() {
    CallContext call = shop.call();
    storage.faults.add(Fault.LOST_AFTER);
    for (int i = 0; i < 7; i++) {
      storage.faults.add(Fault.REFUSED_BEFORE);
    }
    Outcome<Held> unsure = engine.stock().hold(HoldRequest.of(TestShop.SENCHA, 4), call);
    Outcome<Held> known = engine.stock().hold(HoldRequest.of(TestShop.SENCHA, 4), call);

    assertThat(unsure)
        .isInstanceOfSatisfying(
            Outcome.AskAgain.class, again -> assertThat(again.mayHaveHappened()).isTrue());
    assertThat(known)
        .isInstanceOfSatisfying(
            Outcome.Done.class, done -> assertThat(done.replayed()).isTrue());
    assertThat(shop.free(TestShop.SENCHA)).isEqualTo(6);
  }

  @Test
  void doesNotTryWhatWillFailAgain() {
    storage.faults.add(Fault.BROKEN);

    assertThatThrownBy(() -> engine.stock().hold(HoldRequest.of(TestShop.SENCHA, 4), shop.call()))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("disk full");
    assertThat(shop.free(TestShop.SENCHA)).isEqualTo(10);
  }
}
