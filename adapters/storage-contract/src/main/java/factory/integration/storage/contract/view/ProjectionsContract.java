package factory.integration.storage.contract.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import factory.integration.api.failure.DeadLetterView;
import factory.integration.api.failure.FindDeadLetters;
import factory.integration.api.failure.GetDeadLetter;
import factory.integration.api.inbound.GetInboundSource;
import factory.integration.api.inbound.InboundSourceView;
import factory.integration.api.integrationevent.CommunicationLogView;
import factory.integration.api.integrationevent.DeliveryStatus;
import factory.integration.api.integrationevent.DeliveryView;
import factory.integration.api.integrationevent.FindIntegrationEvents;
import factory.integration.api.integrationevent.GetDelivery;
import factory.integration.api.integrationevent.GetIntegrationEvent;
import factory.integration.api.integrationevent.IntegrationEventId;
import factory.integration.api.integrationevent.IntegrationEventView;
import factory.integration.api.messaging.Page;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.FindSourceEvents;
import factory.integration.api.sourceevent.GetSourceEvent;
import factory.integration.api.sourceevent.SourceEventView;
import factory.integration.api.subscription.FindSubscriptions;
import factory.integration.api.subscription.GetSubscription;
import factory.integration.api.subscription.SubscriptionView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From events to answers: the whole of the query side on one engine. */
public abstract class ProjectionsContract {

  private static final TenantId ACME = new TenantId(QuerySide.TENANT);
  private static final TenantId OTHER = new TenantId("other");

  private QuerySide querySide;

  protected abstract ReadModels readModels();

  @BeforeEach
  void tellTheStory() {
    querySide = new QuerySide(readModels());
    querySide.publish(Story.events());
  }

  @AfterEach
  void close() {
    querySide.close();
  }

  @Test
  void showsWhatBecameOfAnEvent() {
    querySide.replay(1);
    SourceEventView event = event(ACME).orElseThrow();
    assertThat(event.duplicate()).isFalse();
    assertThat(event.routing()).hasSize(1);
    assertThat(event.deliveries())
        .extracting(IntegrationEventView::deliveryId, IntegrationEventView::deliveryStatus)
        .containsExactly(
            tuple(Story.DISCARDED, DeliveryStatus.DISCARDED),
            tuple(Story.CANCELLED, DeliveryStatus.CANCELLED),
            tuple(Story.DEAD, DeliveryStatus.FAILED),
            tuple(Story.DELIVERED, DeliveryStatus.SUCCESS));
  }

  @Test
  void showsTheChainOfADeliveryWithTheCallsBehindIt() {
    querySide.replay(1);
    DeliveryView delivery =
        querySide.one(new GetDelivery(ACME, Story.DELIVERED), DeliveryView.class).orElseThrow();
    assertThat(delivery.status()).isEqualTo(DeliveryStatus.SUCCESS);
    assertThat(delivery.integrationEvents())
        .extracting(IntegrationEventView::attempt)
        .containsExactly(1, 2);
    CommunicationLogView log = attempt(ACME, 2).orElseThrow().communicationLogs().getFirst();
    assertThat(log.statusCode()).isEqualTo(200);
    assertThat(log.requestHeaders()).containsEntry("authorization", "***");
    assertThat(log.requestBody())
        .isEqualTo(
            "{\"type\":\"orderCreated\",\"timestamp\":\"2026-06-11T12:00:00Z\","
                + "\"data\":{\"id\":\"o-1\",\"apiKey\":\"***\"}}");
  }

  @Test
  void showsAVendorsCallAmongTheAttempts() {
    querySide.replay(1);
    IntegrationEventView received =
        querySide
            .one(
                new GetIntegrationEvent(ACME, IntegrationEventId.of(Story.RECEIVED, 1)),
                IntegrationEventView.class)
            .orElseThrow();
    assertThat(received.direction()).isEqualTo("inbound");
    assertThat(received.integrationId()).isEqualTo(Story.SOURCE.value());
    assertThat(received.deliveryStatus()).isEqualTo(DeliveryStatus.SUCCESS);
    assertThat(received.communicationLogs().getFirst().requestBody())
        .isEqualTo("{\"ref\": \"main\"}");
  }

  @Test
  void answersTheSameWhenEveryEventIsHandledTwice() {
    querySide.replay(1);
    List<Object> once = answers(ACME);
    querySide.reset();
    querySide.replay(2);
    assertThat(answers(ACME)).isEqualTo(once);
    assertThat(once).noneMatch(Optional.empty()::equals).noneMatch(empty()::equals);
  }

  @Test
  void answersTheSameAfterHandlingTheWholePastAgain() {
    querySide.replay(1);
    List<Object> before = answers(ACME);
    querySide.replay(1);
    assertThat(answers(ACME)).isEqualTo(before);
  }

  @Test
  void knowsNothingAfterAReset() {
    querySide.replay(1);
    querySide.reset();
    assertThat(answers(ACME))
        .allMatch(answer -> answer.equals(Optional.empty()) || answer.equals(empty()));
  }

  @Test
  void answersNothingToAnotherTenant() {
    querySide.replay(1);
    assertThat(answers(OTHER))
        .allMatch(answer -> answer.equals(Optional.empty()) || answer.equals(empty()));
  }

  private List<Object> answers(TenantId tenant) {
    return Stream.of(
            event(tenant),
            attempt(tenant, 1),
            attempt(tenant, 2),
            querySide.one(new GetDelivery(tenant, Story.RECEIVED), DeliveryView.class),
            querySide.one(new GetInboundSource(tenant, Story.SOURCE), InboundSourceView.class),
            querySide.one(new GetDelivery(tenant, Story.DEAD), DeliveryView.class),
            querySide.one(new GetDelivery(tenant, Story.CANCELLED), DeliveryView.class),
            querySide.one(new GetSubscription(tenant, Story.SUBSCRIPTION), SubscriptionView.class),
            querySide.one(new GetDeadLetter(tenant, Story.FAILURE), DeadLetterView.class),
            events(tenant, null),
            events(tenant, "o-1"),
            attempts(tenant, null),
            attempts(tenant, "o-1"),
            page(new FindSubscriptions(tenant, null, 50, null)),
            page(new FindDeadLetters(tenant, null, null, null, null, 50, null)))
        .map(Object.class::cast)
        .toList();
  }

  private Optional<SourceEventView> event(TenantId tenant) {
    return querySide.one(new GetSourceEvent(tenant, Story.EVENT), SourceEventView.class);
  }

  private Optional<IntegrationEventView> attempt(TenantId tenant, int attempt) {
    IntegrationEventId id = IntegrationEventId.of(Story.DELIVERED, attempt);
    return querySide.one(new GetIntegrationEvent(tenant, id), IntegrationEventView.class);
  }

  private Page<?> events(TenantId tenant, @Nullable String text) {
    return page(new FindSourceEvents(tenant, null, null, null, text, null, null, 50, null));
  }

  private Page<?> attempts(TenantId tenant, @Nullable String text) {
    return page(
        new FindIntegrationEvents(
            tenant, null, null, null, null, null, false, null, null, text, 50, null));
  }

  private Page<?> page(Object query) {
    return querySide.answer(query, Page.class);
  }

  private static Page<Object> empty() {
    return new Page<>(List.of(), null);
  }
}
