package factory.integration.query.communication;

import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.integrationevent.CommunicationLogView;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import java.util.List;

/** Shows calls, secrets masked. */
public final class CommunicationLogs {

  private static final String METHOD = "POST";

  private final CommunicationLogStore store;
  private final RequestBodies bodies;

  CommunicationLogs(CommunicationLogStore store, RequestBodies bodies) {
    this.store = store;
    this.bodies = bodies;
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
