package factory.integration.storage.contract.view;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.integrationevent.DeliveryStatus;
import factory.integration.api.integrationevent.FindIntegrationEvents;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.query.integrationevent.AttemptOutcome;
import factory.integration.query.integrationevent.IntegrationEventDocument;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Attempts by number, their outcomes, and searches for them. */
final class Attempts {

  static final TenantId ACME = new TenantId("acme");

  private static final int INTEGRATIONS = 3;
  private static final int OWNERS = 2;

  private Attempts() {}

  static DeliveryId delivery(int number) {
    return DeliveryId.of(Integer.toString(number));
  }

  /** The first attempt of the delivery of that number, for the event of that number. */
  static IntegrationEventDocument attempt(int number) {
    return attempt(number, number, 1, ACME.value());
  }

  static IntegrationEventDocument attempt(int position, int delivery, int attempt, String tenant) {
    return new IntegrationEventDocument(
        Times.key(position),
        tenant,
        delivery(delivery),
        attempt,
        "sub-" + delivery % INTEGRATIONS,
        EventId.of(Integer.toString(delivery)),
        new EventType("type-" + delivery % 2),
        delivery % 2 == 0 ? "owner-" + delivery % (2 * OWNERS) : null,
        IntegrationEventStatus.QUEUED,
        DeliveryStatus.SCHEDULED,
        true,
        null,
        null,
        null,
        null,
        Times.at(position),
        null,
        null,
        null);
  }

  static AttemptOutcome success(int position) {
    return new AttemptOutcome(
        IntegrationEventStatus.SUCCESS,
        DeliveryStatus.SUCCESS,
        null,
        null,
        Times.at(position),
        Times.at(position).plusMillis(12),
        Times.key(position));
  }

  /** A success that somebody found out about. */
  static AttemptOutcome resolved(int position) {
    return new AttemptOutcome(
        IntegrationEventStatus.SUCCESS,
        DeliveryStatus.SUCCESS,
        null,
        null,
        Times.at(position),
        Times.at(position),
        null);
  }

  static AttemptOutcome failure(int position, @Nullable Instant next) {
    return new AttemptOutcome(
        IntegrationEventStatus.FAILED,
        next == null ? DeliveryStatus.FAILED : DeliveryStatus.RETRY,
        FailureCategory.TIMEOUT,
        next,
        Times.at(position),
        Times.at(position).plusMillis(12),
        Times.key(position));
  }

  static Search find() {
    return new Search(null, null, null, null, null, false, null, null);
  }

  /** Conditions of a search, all absent at first. */
  record Search(
      @Nullable String integration,
      @Nullable EventId event,
      @Nullable String type,
      @Nullable String owner,
      @Nullable IntegrationEventStatus inStatus,
      boolean current,
      @Nullable Instant since,
      @Nullable Instant until) {

    Search integrationId(String id) {
      return new Search(id, event, type, owner, inStatus, current, since, until);
    }

    Search eventId(int number) {
      EventId id = EventId.of(Integer.toString(number));
      return new Search(integration, id, type, owner, inStatus, current, since, until);
    }

    Search eventType(String name) {
      return new Search(integration, event, name, owner, inStatus, current, since, until);
    }

    Search ownerId(String id) {
      return new Search(integration, event, type, id, inStatus, current, since, until);
    }

    Search status(IntegrationEventStatus wanted) {
      return new Search(integration, event, type, owner, wanted, current, since, until);
    }

    Search currentOnly() {
      return new Search(integration, event, type, owner, inStatus, true, since, until);
    }

    Search between(Instant inclusive, Instant exclusive) {
      return new Search(integration, event, type, owner, inStatus, current, inclusive, exclusive);
    }

    FindIntegrationEvents build() {
      EventType eventType = type == null ? null : new EventType(type);
      return new FindIntegrationEvents(
          ACME,
          integration,
          event,
          eventType,
          owner,
          inStatus,
          current,
          since,
          until,
          null,
          250,
          null);
    }
  }
}
