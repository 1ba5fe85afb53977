package factory.integration.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CalmEventSourceTests {

  private final EmbeddedEventStore events =
      EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
  private final CalmEventSource calm = new CalmEventSource(events, Duration.ofMillis(1));

  @AfterEach
  void closeStore() {
    events.shutDown();
  }

  @Test
  void showsEveryEventInOrder() throws InterruptedException {
    publish(1, 3);
    try (BlockingStream<TrackedEventMessage<?>> stream = calm.openStream(null)) {
      assertThat(payloads(stream, 3)).containsExactly("1", "2", "3");
      publish(4, 5);
      assertThat(payloads(stream, 2)).containsExactly("4", "5");
      assertThat(stream.hasNextAvailable(0, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  @Test
  void hasTheTokensOfItsStore() {
    publish(1, 2);
    assertThat(calm.createHeadToken()).isEqualTo(events.createHeadToken());
    assertThat(calm.createTailToken()).isEqualTo(events.createTailToken());
  }

  private static List<String> payloads(BlockingStream<TrackedEventMessage<?>> stream, int count)
      throws InterruptedException {
    List<String> payloads = new java.util.ArrayList<>();
    for (int i = 0; i < count; i++) {
      assertThat(stream.hasNextAvailable(30, TimeUnit.SECONDS)).isTrue();
      payloads.add((String) stream.nextAvailable().getPayload());
    }
    return payloads;
  }

  private void publish(int from, int to) {
    IntStream.rangeClosed(from, to)
        .mapToObj(Integer::toString)
        .forEach(payload -> events.publish(GenericEventMessage.asEventMessage(payload)));
  }
}
