package dev.akinai.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akinai.base.Page;
import dev.akinai.base.Text;
import dev.akinai.spi.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TableTest {

  private final UnitLog log = new UnitLog();
  private final Table<Integer> table = new Table<>(log);

  @BeforeEach
  void openUnit() {
    log.open();
  }

  @Property
  void takesBackWhatWasWrittenAfterASavepoint(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 9) Integer> kept,
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 9) Integer> undone) {
    var unit = new UnitLog();
    var rows = new Table<Integer>(unit);
    unit.open();
    write(rows, kept);
    List<Integer> before = rows.all().toList();

    int savepoint = unit.mark();
    write(rows, undone);
    unit.undoTo(savepoint);

    assertThat(rows.all()).isEqualTo(before);
    unit.undoTo(0);
    assertThat(rows.size()).isZero();
  }

  /** Each number writes its row, or removes it if it is there and even. */
  private static void write(Table<Integer> rows, List<Integer> numbers) {
    for (int i = 0; i < numbers.size(); i++) {
      String key = "k" + numbers.get(i);
      if (rows.has(key) && numbers.get(i) % 2 == 0) {
        rows.remove(key);
      } else {
        rows.put(key, i);
      }
    }
  }

  @Property
  void pagesGiveEachRowOnceInOrder(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 99) Integer> numbers,
      @ForAll @IntRange(min = 1, max = 7) int size) {
    var unit = new UnitLog();
    var rows = new Table<Integer>(unit);
    var expected = new TreeMap<String, Integer>(Text.UTF8_ORDER);
    unit.open();
    rows.put(Keys.of("a", "1"), -1);
    rows.put(Keys.of("b!", "1"), -1);
    for (int number : numbers) {
      rows.put(Keys.of("b", Integer.toString(number)), number);
      expected.put(Integer.toString(number), number);
    }

    assertThat(paged(rows, size)).isEqualTo(List.copyOf(expected.values()));
  }

  private static List<Integer> paged(Table<Integer> rows, int size) {
    var seen = new ArrayList<Integer>();
    Page.Request request = Page.Request.first(size);
    while (true) {
      Page<Integer> page = rows.page(Keys.under("b"), request, Function.identity());
      seen.addAll(page.items());
      if (page.next().isEmpty()) {
        return seen;
      }
      request = request.after(page.next().get());
    }
  }

  @Test
  void takesAnyCursor() {
    table.put("b 1", 1);

    assertThat(pageAfter("0").items()).containsExactly(1);
    assertThat(pageAfter("1").items()).isEmpty();
    assertThat(pageAfter("\uffff").items()).isEmpty();
  }

  private Page<Integer> pageAfter(String cursor) {
    return table.page("b ", Page.Request.first(5).after(cursor), Function.identity());
  }

  @Test
  void aTakenKeyFailsTheUnitForGood() {
    table.put("a", 1);

    assertThatThrownBy(() -> table.insert("a", 2, "row"))
        .isInstanceOfSatisfying(
            StorageException.class,
            failed -> assertThat(failed.failure()).isEqualTo(StorageException.Failure.BROKEN));
    assertThatThrownBy(() -> table.put("b", 2)).isInstanceOf(StorageException.class);
  }

  @Test
  void refusesWhoHasNoUnitOpen() {
    log.close();

    assertThatThrownBy(() -> table.put("a", 1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> table.find("a")).isInstanceOf(IllegalStateException.class);
  }
}
