package factory.integration.query.communication;

import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.integrationevent.CommunicationLogView;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.subscription.PayloadFormat;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

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
   * @param eventId whose data was sent; absent where there is none
   */
  public List<CommunicationLogView> find(String tenant, long key, @Nullable EventId eventId) {
    return store.find(new TenantId(tenant), key).stream()
        .flatMap(CommunicationLogs::inOrder)
        .map(exchange -> view(exchange, eventId))
        .toList();
  }

  private static Stream<HttpExchange> inOrder(HttpExchange exchange) {
    HttpExchange first = exchange.preparedBy();
    return first == null ? Stream.of(exchange) : Stream.of(first, exchange);
  }

  private @Nullable String requestBody(HttpExchange exchange, @Nullable EventId eventId) {
    PayloadFormat format = exchange.payloadFormat();
    return format == null || eventId == null
        ? exchange.requestBody()
        : bodies.find(eventId, format).orElse(null);
  }

  private CommunicationLogView view(HttpExchange exchange, @Nullable EventId eventId) {
    String requestBody = requestBody(exchange, eventId);
    return new CommunicationLogView(
        exchange.method() == null ? METHOD : exchange.method(),
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
