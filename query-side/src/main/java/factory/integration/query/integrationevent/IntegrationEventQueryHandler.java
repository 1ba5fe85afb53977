package factory.integration.query.integrationevent;

import factory.integration.api.integrationevent.CommunicationLogView;
import factory.integration.api.integrationevent.DeliveryView;
import factory.integration.api.integrationevent.FindIntegrationEvents;
import factory.integration.api.integrationevent.GetDelivery;
import factory.integration.api.integrationevent.GetIntegrationEvent;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.integrationevent.IntegrationEventView;
import factory.integration.api.messaging.Page;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.run.RunId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.query.Cursors;
import factory.integration.query.PageRequest;
import factory.integration.query.communication.CommunicationLogs;
import factory.integration.query.search.Words;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers what happened. */
final class IntegrationEventQueryHandler {

  private static final Cursors CURSORS = new Cursors('i');

  private final IntegrationEventStore store;
  private final IntegrationEventViews views;
  private final CommunicationLogs logs;
  private final RunSwitches switches;

  IntegrationEventQueryHandler(
      IntegrationEventStore store,
      IntegrationEventViews views,
      CommunicationLogs logs,
      RunSwitches switches) {
    this.store = store;
    this.views = views;
    this.logs = logs;
    this.switches = switches;
  }

  /** Answers a raw page, since Axon matches query handlers by the class they answer alone. */
  @QueryHandler
  @SuppressWarnings("rawtypes")
  Page handle(FindIntegrationEvents query) {
    PageRequest page = CURSORS.request(query.limit(), query.cursor());
    @Nullable List<String> words = Words.inQuery(query.text());
    Page<IntegrationEventView> found = CURSORS.page(store.find(query, words, page), views::view);
    return query.status() == null ? found : only(query.status(), found);
  }

  @QueryHandler
  Optional<IntegrationEventView> handle(GetIntegrationEvent query) {
    return store.chain(query.tenant(), query.id().workId()).stream()
        .filter(document -> document.attempt() == query.id().attempt())
        .findFirst()
        .map(document -> views.view(document, logsOf(document), switchesOf(document)));
  }

  @QueryHandler
  Optional<DeliveryView> handle(GetDelivery query) {
    List<IntegrationEventView> chain =
        store.chain(query.tenant(), query.deliveryId()).stream().map(views::view).toList();
    return chain.isEmpty() ? Optional.empty() : Optional.of(delivery(chain));
  }

  /** Tells queued attempts from those whose call runs, which only their views show. */
  private static Page<IntegrationEventView> only(
      IntegrationEventStatus status, Page<IntegrationEventView> found) {
    return new Page<>(
        found.items().stream().filter(view -> view.status() == status).toList(),
        found.nextCursor());
  }

  private RunSwitches.Position switchesOf(IntegrationEventDocument document) {
    return document.workId() instanceof RunId run
        ? switches.of(new TenantId(document.tenant()), run)
        : RunSwitches.UNTOUCHED;
  }

  private List<CommunicationLogView> logsOf(IntegrationEventDocument document) {
    Long logKey = document.logKey();
    return logKey == null ? List.of() : logs.find(document.tenant(), logKey, origin(document));
  }

  /** What a body was made of: the event, or the vendor's call itself. */
  private static @Nullable String origin(IntegrationEventDocument document) {
    if (document.isInbound()) {
      return document.workId().value();
    }
    EventId eventId = document.eventId();
    return eventId == null ? null : eventId.value();
  }

  private static DeliveryView delivery(List<IntegrationEventView> chain) {
    IntegrationEventView latest = chain.getLast();
    return new DeliveryView(
        latest.deliveryId(),
        latest.integrationId(),
        latest.eventId(),
        latest.eventType(),
        latest.deliveryStatus(),
        latest.attempt(),
        chain);
  }
}
