package factory.integration.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.app.process.Publisher.Accepted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReconciliationTests {

  private static final EventSeries STREAM =
      new EventSeries("s", "orderCreated", true, true, null, List.of("/a", "/b"));
  private static final long LATER = Long.MAX_VALUE / 2;

  private final List<Call> calls = new ArrayList<>();

  @Test
  void missesDeliveriesThatNeverSucceeded() {
    call("/a", "evt-1", 1, 200);
    call("/b", "evt-1", 1, 503);
    assertThat(seen().lost(List.of(new Accepted(STREAM, 1, "evt-1"))))
        .singleElement()
        .asString()
        .contains("evt-1 number 1 of s", "/b");
  }

  @Test
  void expectsACallAfterARefusal() {
    call("/a", "evt-1", 1, 503);
    call("/a", "evt-1", 1, 200);
    assertThat(seen().unexplainedRepeats(List.of())).isEmpty();
    assertThat(seen().repeats()).isZero();
  }

  @Test
  void callsARepeatUnexplainedWithoutAKill() {
    call("/a", "evt-1", 1, 200);
    call("/a", "evt-1", 1, 200);
    assertThat(seen().unexplainedRepeats(List.of())).hasSize(1);
    assertThat(seen().unexplainedRepeats(List.of(LATER))).hasSize(1);
    assertThat(seen().repeats()).isEqualTo(1);
  }

  @Test
  void explainsARepeatByAKillInBetween() {
    call("/a", "evt-1", 1, 200);
    long kill = System.nanoTime();
    call("/a", "evt-1", 1, 200);
    assertThat(seen().unexplainedRepeats(List.of(kill))).isEmpty();
  }

  @Test
  void explainsOneRepeatOnlyByOneKill() {
    call("/a", "evt-1", 1, 200);
    long kill = System.nanoTime();
    call("/a", "evt-1", 1, 200);
    call("/a", "evt-1", 1, 200);
    assertThat(seen().unexplainedRepeats(List.of(kill))).hasSize(1);
  }

  @Test
  void doesNotExplainARepeatByAKillLongAfterTheAnswer() {
    call("/a", "evt-1", 1, 200);
    for (int i = 2; i < 50; i++) {
      call("/a", "evt-" + i, i, 200);
    }
    long kill = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    assertThat(seen().isExplained(calls.getFirst(), kill)).isFalse();
    assertThat(seen().isExplained(calls.getLast(), kill)).isTrue();
  }

  @Test
  void seesDisorderOfFirstCallsOnly() {
    call("/a", "evt-1", 1, 503);
    call("/a", "evt-2", 2, 200);
    call("/a", "evt-1", 1, 200);
    assertThat(seen().disorder(Set.of("s"))).isEmpty();
    call("/a", "evt-4", 4, 200);
    call("/a", "evt-3", 3, 200);
    assertThat(seen().disorder(Set.of("s"))).hasSize(1);
    assertThat(seen().disorder(Set.of())).isEmpty();
  }

  @Test
  void seesOneKeyUnderTwoIds() {
    call("/a", "evt-1", 1, 200);
    call("/a", "evt-9", 1, 200);
    assertThat(seen().doubled(Set.of("s"))).hasSize(1);
  }

  private void call(String path, String eventId, int number, int status) {
    String body = "{\"data\":{\"id\":\"s-%d\",\"series\":\"s\",\"number\":%d}}";
    Call call =
        new Call(calls.size() + 1, path, eventId, "1", body.formatted(number, number), true);
    call.answered(status);
    calls.add(call);
  }

  private Reconciliation seen() {
    return new Reconciliation(calls);
  }
}
