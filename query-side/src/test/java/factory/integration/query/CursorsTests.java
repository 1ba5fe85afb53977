package factory.integration.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import factory.integration.api.messaging.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTests {

  private final Cursors cursors = new Cursors('e');

  @Test
  void startsWithTheNewestWithoutACursor() {
    assertThat(cursors.request(50, null)).isEqualTo(new PageRequest(50, Position.START));
  }

  @Test
  void goesOnWhereAPageEnded() {
    Page<Long> page = cursors.page(new Slice<>(List.of(9L, 8L), new Position(8, 3)), item -> item);
    assertThat(page.items()).containsExactly(9L, 8L);
    assertThat(page.nextCursor()).matches("[A-Za-z0-9_-]+");
    assertThat(cursors.request(2, page.nextCursor()).after()).isEqualTo(new Position(8, 3));
  }

  @Test
  void endsWithoutACursor() {
    Slice<Long> all = Slice.of(List.of(9L, 8L), 2, Long::longValue);
    assertThat(cursors.page(all, item -> item).nextCursor()).isNull();
  }

  @Test
  void endsAPageAtItsLastItemWhenMoreWereFound() {
    assertThat(Slice.of(List.of(9L, 8L, 7L), 2, Long::longValue))
        .isEqualTo(new Slice<>(List.of(9L, 8L), new Position(8, 0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "%%%", "AAAA", "ZQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void refusesWhatIsNoCursor(String cursor) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cursors.request(50, cursor))
        .withMessageContaining("cursor");
  }

  @Test
  void refusesNegativePositionsAndCursorsOfAnotherList() {
    Slice<Long> part = new Slice<>(List.of(), new Position(8, 0));
    String foreign = new Cursors('d').page(part, item -> item).nextCursor();
    assertThatIllegalArgumentException().isThrownBy(() -> cursors.request(50, foreign));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cursors.request(50, "Zf__________AAAAAAAAAAA"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 251})
  void refusesLimitsOutOfRange(int limit) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cursors.request(limit, null))
        .withMessageContaining("1 to 250");
  }
}
