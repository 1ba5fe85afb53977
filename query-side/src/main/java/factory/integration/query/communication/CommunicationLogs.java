package factory.integration.query.communication;

import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.integrationevent.CommunicationLogView;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Shows calls, secrets masked. */
public final class CommunicationLogs {

  private static final String METHOD = "POST";

  private final CommunicationLogStore store;
  private final RequestBodies bodies;

  /**
   * @param eventStore has the events whose data was sent
   */
  public CommunicationLogs(CommunicationLogStore store, EventStore eventStore) {
    this.store = store;
    this.bodies = new RequestBodies(eventStore);
  }

  /**
   * The calls behind an attempt's outcome.
   *
   * @param key the outcome's
   * @param eventId whose data was sent
   */
  public List<CommunicationLogView> find(String tenant, long key, EventId eventId) {
    return store.find(new TenantId(tenant), key).stream()
        .map(exchange -> view(exchange, eventId))
        .toList();
  }

  private CommunicationLogView view(HttpExchange exchange, EventId eventId) {
    String requestBody = bodies.find(eventId, exchange.payloadFormat()).orElse(null);
    return new CommunicationLogView(
        METHOD,
        SecretMask.inUrl(exchange.url()),
        exchange.statusCode(),
        SecretMask.inHeaders(exchange.requestHeaders()),
        requestBody == null ? null : SecretMask.inBody(requestBody),
        SecretMask.inHeaders(exchange.responseHeaders()),
        exchange.responseBody() == null ? null : SecretMask.inBody(exchange.responseBody()),
        exchange.startedAt(),
        exchange.durationMillis(),
        exchange.error());
  }
}
