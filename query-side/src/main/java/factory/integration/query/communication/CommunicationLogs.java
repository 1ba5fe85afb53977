package factory.integration.query.communication;

import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.integrationevent.CommunicationLogView;
import factory.integration.api.messaging.TenantId;
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
   * @param origin identifier of what the body is made of: the event, or the delivery that came in;
   *     absent where there is none
   */
  public List<CommunicationLogView> find(String tenant, long key, @Nullable String origin) {
    return store.find(new TenantId(tenant), key).stream()
        .flatMap(CommunicationLogs::inOrder)
        .map(exchange -> view(exchange, origin))
        .toList();
  }

  private static Stream<HttpExchange> inOrder(HttpExchange exchange) {
    HttpExchange first = exchange.preparedBy();
    return first == null ? Stream.of(exchange) : Stream.of(first, exchange);
  }

  private @Nullable String requestBody(HttpExchange exchange, @Nullable String origin) {
    PayloadFormat format = exchange.payloadFormat();
    return format == null || origin == null
        ? exchange.requestBody()
        : bodies.find(origin, format).orElse(null);
  }

  private CommunicationLogView view(HttpExchange exchange, @Nullable String origin) {
    String requestBody = requestBody(exchange, origin);
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
