package factory.integration.saga.delivery;

import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.sourceevent.Routing;
import factory.integration.saga.sourceevent.PublishedData;
import java.time.Instant;
import java.util.Map;

/** An accepted {@code orderCreated} with data in a spelling of its own. */
final class PublishedDataFixture {

  static final EventId EVENT = EventId.of("01jxd3v9k2000000000000000e");
  static final String DATA = "{ \"b\": 1.10, \"a\": \"Žluťoučký 🐴\" }";
  static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  static final Instant OCCURRED = Instant.parse("2026-06-11T09:03:02Z");

  private PublishedDataFixture() {}

  static PublishedData published() {
    return published(Map.of("x-a", "b"));
  }

  static PublishedData published(Map<String, String> customHeaders) {
    return new PublishedData(accepted(customHeaders), context());
  }

  static EventAccepted accepted(Map<String, String> customHeaders) {
    return new EventAccepted(
        EVENT,
        new EventType("orderCreated"),
        DATA,
        new Routing.Broadcast(),
        customHeaders,
        null,
        null,
        OCCURRED);
  }

  static Map<String, String> context() {
    return Map.of(
        ContextKeys.TENANT_ID,
        "acme",
        ContextKeys.TRACE_ID,
        "trace-" + TRACE,
        ContextKeys.CORRELATION_ID,
        "corr-1",
        ContextKeys.CAUSATION_ID,
        "m-1");
  }
}
