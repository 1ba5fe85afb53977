package factory.integration.query.communication;

import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.integrationevent.CommunicationLogView;
import factory.integration.api.messaging.TenantId;
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
   * @param origin identifier of what the body is made of: the event, or the delivery that came in
   */
  public List<CommunicationLogView> find(String tenant, long key, String origin) {
    return store.find(new TenantId(tenant), key).stream()
        .map(exchange -> view(exchange, origin))
        .toList();
  }

  private CommunicationLogView view(HttpExchange exchange, String origin) {
    String requestBody = bodies.find(origin, exchange.payloadFormat()).orElse(null);
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
