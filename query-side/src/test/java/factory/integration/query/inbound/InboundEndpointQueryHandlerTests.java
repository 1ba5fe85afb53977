package factory.integration.query.inbound;

import static factory.integration.query.Samples.SECRET;
import static factory.integration.query.Samples.SOURCE;
import static factory.integration.query.Samples.source;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.inbound.GetInboundEndpoint;
import factory.integration.api.inbound.InboundEndpointView;
import factory.integration.api.inbound.InboundSecretRotated;
import factory.integration.api.inbound.InboundSourceChanged;
import factory.integration.api.inbound.InboundSourceCreated;
import factory.integration.api.inbound.InboundSourceDisabled;
import factory.integration.api.inbound.InboundSourceEnabled;
import factory.integration.api.inbound.InboundSourceId;
import factory.integration.api.inbound.InboundSourceRemoved;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import factory.integration.query.Feed;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboundEndpointQueryHandlerTests {

  private static final SecretRef OTHER = new SecretRef("sec-2", 1);

  private final EmbeddedEventStore eventStore =
      EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
  private final InboundEndpointQueryHandler queries = new InboundEndpointQueryHandler(eventStore);
  private long sequence;

  @AfterEach
  void close() {
    eventStore.shutDown();
  }

  @Test
  void knowsWhoseTheSourceIs() {
    store(created());
    assertThat(endpoint().orElseThrow().tenant()).isEqualTo(new TenantId(Feed.TENANT));
    assertThat(endpoint().orElseThrow().source().settings()).isEqualTo(source("first"));
  }

  @Test
  void answersTheSourceAsItsLatestEventLeftIt() {
    store(created());
    store(new InboundSourceChanged(SOURCE, source("second")));
    store(new InboundSecretRotated(SOURCE, OTHER, SECRET, Feed.NOON));
    store(new InboundSourceDisabled(SOURCE));
    var source = endpoint().orElseThrow().source();
    assertThat(source.settings()).isEqualTo(source("second"));
    assertThat(source.secret()).isEqualTo(OTHER);
    assertThat(source.previousSecret()).isEqualTo(SECRET);
    assertThat(source.enabled()).isFalse();
    assertThat(source.version()).isEqualTo(3);
    store(new InboundSourceEnabled(SOURCE));
    assertThat(endpoint().orElseThrow().source().enabled()).isTrue();
  }

  @Test
  void knowsNeitherRemovedSourcesNorUnknownOnes() {
    store(created());
    store(new InboundSourceRemoved(SOURCE));
    assertThat(endpoint()).isEmpty();
    assertThat(queries.handle(new GetInboundEndpoint(InboundSourceId.of("gone")))).isEmpty();
  }

  private static InboundSourceCreated created() {
    return new InboundSourceCreated(SOURCE, source("first"), SECRET, true);
  }

  private void store(Object event) {
    eventStore.publish(
        new GenericDomainEventMessage<>(
            "InboundSource",
            SOURCE.value(),
            sequence++,
            event,
            Map.of(ContextKeys.TENANT_ID, Feed.TENANT)));
  }

  private Optional<InboundEndpointView> endpoint() {
    return queries.handle(new GetInboundEndpoint(SOURCE));
  }
}
