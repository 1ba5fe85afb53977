package factory.integration.query.eventlog;

import static factory.integration.query.Samples.EVENT;
import static factory.integration.query.Samples.SUBSCRIPTION;
import static factory.integration.query.Samples.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import factory.integration.api.sourceevent.DuplicateEventReceived;
import factory.integration.api.sourceevent.EventRouted;
import factory.integration.api.sourceevent.Routing;
import factory.integration.api.sourceevent.RoutingDecision;
import factory.integration.query.Feed;
import factory.integration.query.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventLogProjectionTests {

  private static final RoutingDecision DECISION =
      new RoutingDecision(SUBSCRIPTION, true, "eventTypes: *", Samples.DELIVERY);

  private final InMemoryEventLog log = new InMemoryEventLog();
  private final Feed feed = new Feed(new EventLogProjection(log));

  @Test
  void keepsTheWholeEvent() throws Exception {
    feed.publish("evt-1", accepted(new Routing.FanOut("customer-1")));
    assertThat(log.entries.values())
        .containsExactly(
            new SourceEventDocument(
                Feed.key(0),
                Feed.TENANT,
                EVENT,
                Samples.TYPE,
                Samples.DATA,
                "customer-1",
                "k-1",
                "o-1",
                Map.of("x-a", "b"),
                Feed.NOON.minusSeconds(60),
                Feed.NOON,
                false));
  }

  @Test
  void hasAnOwnerOnlyForFanOut() throws Exception {
    feed.publish("evt-1", accepted(new Routing.Directed(SUBSCRIPTION)));
    assertThat(log.entries.values()).singleElement().matches(entry -> entry.ownerId() == null);
  }

  @Test
  void addsAnEntryForEachRepetition() throws Exception {
    DuplicateEventReceived repeated = new DuplicateEventReceived(EVENT, "k-1");
    feed.publish("evt-1", accepted(new Routing.Broadcast()), repeated, repeated);
    assertThat(log.entries).hasSize(1);
    assertThat(log.duplicates.values())
        .extracting(DuplicateDocument::key, DuplicateDocument::receivedAt)
        .containsExactly(
            tuple(Feed.key(1), Feed.NOON.plusSeconds(1)),
            tuple(Feed.key(2), Feed.NOON.plusSeconds(2)));
  }

  @Test
  void keepsTheRouting() throws Exception {
    feed.publish("evt-1", new EventRouted(EVENT, List.of(DECISION)));
    assertThat(log.decisions).containsExactly(Map.entry(EVENT, List.of(DECISION)));
  }

  @Test
  void forgetsEverythingWhenReset() throws Exception {
    feed.publish("evt-1", accepted(new Routing.Broadcast()), new EventRouted(EVENT, List.of()))
        .reset();
    assertThat(log.entries).isEmpty();
    assertThat(log.decisions).isEmpty();
  }
}
