package factory.integration.query.communication;

import static factory.integration.query.Samples.EVENT;
import static factory.integration.query.Samples.exchange;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.integrationevent.CommunicationLogView;
import factory.integration.api.sourceevent.Routing;
import factory.integration.query.Feed;
import factory.integration.query.Samples;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommunicationLogsTests {

  private final EmbeddedEventStore eventStore =
      EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
  private final InMemoryLogs store = new InMemoryLogs();
  private final CommunicationLogs logs = new CommunicationLogs(store, eventStore);

  @BeforeEach
  void acceptAnEvent() {
    eventStore.publish(
        new GenericDomainEventMessage<>(
            "SourceEvent", EVENT.value(), 0, Samples.accepted(new Routing.Broadcast())));
    store.add(1, Feed.TENANT, exchange(200, "{\"token\":\"abc\"}"));
  }

  @AfterEach
  void close() {
    eventStore.shutDown();
  }

  @Test
  void showsTheCallWithTheBodyThatWasSentAndNoSecrets() {
    CommunicationLogView log = logs.find(Feed.TENANT, 1, EVENT.value()).getFirst();
    assertThat(log.method()).isEqualTo("POST");
    assertThat(log.url()).isEqualTo("https://example.com/hook?token=***&team=a");
    assertThat(log.requestHeaders())
        .containsEntry("authorization", "***")
        .containsEntry("x-webhook-attempt", "1");
    assertThat(log.requestBody())
        .isEqualTo(
            "{\"type\":\"orderCreated\",\"timestamp\":\"2026-06-11T11:59:00.123Z\",\"data\":"
                + Samples.DATA
                + "}");
    assertThat(log.responseHeaders()).containsEntry("set-cookie", "***");
    assertThat(log.responseBody()).isEqualTo("{\"token\":\"***\"}");
    assertThat(log.durationMillis()).isEqualTo(12);
  }

  @Test
  void leavesTheBodyOutWhenTheEventIsGone() {
    assertThat(logs.find(Feed.TENANT, 1, "evt-gone"))
        .singleElement()
        .extracting(CommunicationLogView::requestBody)
        .isNull();
  }

  @Test
  void showsTheBodyOfAVendorsCall() {
    eventStore.publish(
        new GenericDomainEventMessage<>("WebhookDelivery", "dlv-in", 0, Samples.received()));
    assertThat(logs.find(Feed.TENANT, 1, "dlv-in").getFirst().requestBody())
        .isEqualTo("{\"ref\": \"main\"}");
  }

  @Test
  void hidesOtherTenantsCalls() {
    assertThat(logs.find("other", 1, EVENT.value())).isEmpty();
  }
}
