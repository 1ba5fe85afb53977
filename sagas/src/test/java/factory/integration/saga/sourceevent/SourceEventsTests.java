package factory.integration.saga.sourceevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.sourceevent.Routing;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

class SourceEventsTests {

  private static final MetaData CONTEXT = MetaData.with(ContextKeys.TENANT_ID, "acme");

  private final EmbeddedEventStore store =
      EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
  private final SourceEvents events = new SourceEvents(store, 2_100);

  @Test
  void findsWithoutAReadWhatItRemembers() {
    EventAccepted event = accepted(1);
    events.remember(event, CONTEXT);
    assertThat(events.get(event.eventId()).event()).isSameAs(event);
    assertThat(events.get(event.eventId()).context())
        .isEqualTo(Map.of(ContextKeys.TENANT_ID, "acme"));
  }

  @Test
  void readsWhatItDoesNotRemember() {
    EventAccepted event = accepted(1);
    append(event);
    assertThat(events.get(event.eventId()))
        .isEqualTo(new PublishedData(event, Map.of(ContextKeys.TENANT_ID, "acme")));
  }

  @Test
  void forgetsTheOldestWhenThereIsTooMuch() {
    EventAccepted first = accepted(1);
    EventAccepted second = accepted(2);
    EventAccepted third = accepted(3);
    events.remember(first, CONTEXT);
    events.remember(second, CONTEXT);
    events.remember(third, CONTEXT);

    assertThat(events.get(second.eventId()).event()).isSameAs(second);
    assertThat(events.get(third.eventId()).event()).isSameAs(third);
    assertThatThrownBy(() -> events.get(first.eventId()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(first.eventId().value());
  }

  @Test
  void countsAnEventThatComesAgainOnce() {
    EventAccepted first = accepted(1);
    EventAccepted second = accepted(2);
    events.remember(first, CONTEXT);
    events.remember(second, CONTEXT);
    events.remember(second, CONTEXT);
    assertThat(events.get(first.eventId()).event()).isSameAs(first);
  }

  private void append(EventAccepted event) {
    store.publish(
        new GenericDomainEventMessage<>("SourceEvent", event.eventId().value(), 0, event, CONTEXT));
  }

  private static EventAccepted accepted(int number) {
    return new EventAccepted(
        EventId.of("01jxd3v9k" + number),
        new EventType("orderCreated"),
        "{}",
        new Routing.Broadcast(),
        Map.of(),
        null,
        null,
        Instant.parse("2026-06-11T09:03:02Z"));
  }
}
