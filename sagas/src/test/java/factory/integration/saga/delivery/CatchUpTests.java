package factory.integration.saga.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CatchUpTests {

  private final AtomicLong handled = new AtomicLong();
  private final CatchUp catchUp = new CatchUp(() -> 7, position -> handled.get() >= position);

  @Test
  void tellsWhatWasThereAlreadyFromWhatCameSince() {
    assertThat(catchUp.isPast(8)).as("before the beginning").isFalse();
    catchUp.begin();
    assertThat(catchUp.isPast(7)).isFalse();
    assertThat(catchUp.isPast(8)).isTrue();
  }

  @Test
  void isOverWhenAllThatWasThereHasBeenHandled() {
    handled.set(100);
    assertThat(catchUp.isOver()).as("before the beginning").isFalse();
    handled.set(6);
    catchUp.begin();
    assertThat(catchUp.isOver()).isFalse();
    handled.set(7);
    assertThat(catchUp.isOver()).isTrue();
  }

  @Test
  void staysOver() {
    catchUp.begin();
    handled.set(7);
    assertThat(catchUp.isOver()).isTrue();
    handled.set(-1);
    assertThat(catchUp.isOver()).as("a processor that lost its claim").isTrue();
  }
}
