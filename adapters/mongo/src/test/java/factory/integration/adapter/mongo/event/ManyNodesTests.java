package factory.integration.adapter.mongo.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.adapter.mongo.MongoFixture;
import factory.integration.storage.contract.Happened;
import factory.integration.storage.contract.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several nodes that append at the same time, whose clocks differ by two seconds. */
final class ManyNodesTests {

  private static final int NODES = 3;
  private static final int WRITERS = 6;
  private static final int READERS = 16;
  private static final int APPENDS = 100;
  private static final int EVENTS_AN_APPEND = 5;
  private static final int TOTAL = WRITERS * APPENDS * EVENTS_AN_APPEND;
  private static final Instant TIME = Instant.parse("2030-01-02T12:00:00Z");

  @RegisterExtension final MongoFixture mongo = new MongoFixture();
  private final EventStores nodes = new EventStores();

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  @Timeout(120)
  void showEachOthersEventsToEveryReaderWithinSmallTokens() throws InterruptedException {
    List<MongoEventStore> stores = new ArrayList<>();
    for (int node = 0; node < NODES; node++) {
      Duration skew = skew(node);
      stores.add(
          nodes.store(
              nodes.engine(mongo.database(), () -> TIME.plus(skew), UnaryOperator.identity())));
    }
    List<TrackingToken> tokens = Collections.synchronizedList(new ArrayList<>());

    var outcomes =
        Together.run(
            WRITERS + READERS,
            task ->
                task < WRITERS
                    ? writing(stores.get(task % NODES), task)
                    : reading(stores.get(task % NODES), tokens));

    assertThat(outcomes).containsOnlyNulls();
    assertThat(tokens)
        .hasSize(READERS)
        .allSatisfy(token -> assertThat(bytes(token)).isLessThan(1024));
  }

  private static Duration skew(int node) {
    return Duration.ofSeconds(2L * node);
  }

  /** Every append is tried a second time, which is refused. */
  private Callable<?> writing(MongoEventStore store, int writer) {
    return () -> {
      for (int append = 0; append < APPENDS; append++) {
        Instant time = TIME.plus(skew(writer % NODES)).plusMillis(append);
        List<DomainEventMessage<Happened>> events = events(writer + "-" + append, time);
        store.publish(events);
        assertThatThrownBy(() -> store.publish(events))
            .isInstanceOf(AggregateStreamCreationException.class);
      }
      return null;
    };
  }

  private static List<DomainEventMessage<Happened>> events(String aggregate, Instant time) {
    List<DomainEventMessage<Happened>> events = new ArrayList<>();
    for (int i = 0; i < EVENTS_AN_APPEND; i++) {
      String what = aggregate + "#" + i;
      events.add(
          new GenericDomainEventMessage<>(
              "Thing", aggregate, i, new Happened(what), MetaData.emptyInstance(), what, time));
    }
    return events;
  }

  private static Callable<?> reading(MongoEventStore store, List<TrackingToken> tokens) {
    return () -> {
      Set<String> seen = new TreeSet<>();
      TrackingToken token = null;
      try (var stream = store.openStream(null)) {
        while (seen.size() < TOTAL) {
          TrackedEventMessage<?> next = stream.nextAvailable();
          assertThat(seen.add(next.getIdentifier())).isTrue();
          token = next.trackingToken();
        }
      }
      tokens.add(token);
      return null;
    };
  }

  private static int bytes(TrackingToken token) {
    return Happened.serializer().serialize(token, byte[].class).getData().length;
  }
}
