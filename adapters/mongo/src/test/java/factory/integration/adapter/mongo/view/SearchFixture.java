package factory.integration.adapter.mongo.view;

import factory.integration.api.failure.FindDeadLetters;
import factory.integration.api.integrationevent.FindIntegrationEvents;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.sourceevent.FindSourceEvents;
import factory.integration.api.subscription.SubscriptionId;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Searches with every combination of conditions, each a bit. */
final class SearchFixture {

  static final TenantId TENANT = new TenantId("acme");

  private static final EventType TYPE = new EventType("orderCreated");
  private static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");

  private SearchFixture() {}

  static IntStream subsets(int conditions) {
    return IntStream.range(0, 1 << conditions);
  }

  private static <T> @Nullable T ifSet(int bits, int bit, T value) {
    return (bits & 1 << bit) == 0 ? null : value;
  }

  static FindSourceEvents events(int bits) {
    return new FindSourceEvents(
        TENANT,
        ifSet(bits, 0, TYPE),
        ifSet(bits, 1, "customer-1"),
        ifSet(bits, 2, "k-1"),
        null,
        ifSet(bits, 3, NOON),
        ifSet(bits, 3, NOON),
        50,
        null);
  }

  static FindIntegrationEvents attempts(int bits, @Nullable IntegrationEventStatus status) {
    return new FindIntegrationEvents(
        TENANT,
        ifSet(bits, 0, "sub-1"),
        ifSet(bits, 1, EventId.of("1")),
        ifSet(bits, 2, TYPE),
        ifSet(bits, 3, "customer-1"),
        status,
        ifSet(bits, 4, true) != null,
        ifSet(bits, 5, NOON),
        ifSet(bits, 5, NOON),
        null,
        50,
        null);
  }

  static FindDeadLetters letters(int bits) {
    return new FindDeadLetters(
        TENANT,
        ifSet(bits, 0, SubscriptionId.of("1")),
        ifSet(bits, 1, TYPE),
        ifSet(bits, 2, NOON),
        ifSet(bits, 2, NOON),
        50,
        null);
  }
}
