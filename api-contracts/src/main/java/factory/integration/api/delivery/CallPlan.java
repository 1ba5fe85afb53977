package factory.integration.api.delivery;

import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.Ordering;
import org.jspecify.annotations.Nullable;

/** What stays the same over all attempts of a delivery or a run. */
public interface CallPlan {

  /** What people see as the integration: a subscription, a connection, else the address. */
  String integrationId();

  /** The source event that asked for it; absent for a run that somebody asked for. */
  @Nullable EventId eventId();

  /** Of the source event; the operation's name where there is none. */
  EventType eventType();

  /** Whom it is for. */
  @Nullable String ownerId();

  Ordering ordering();

  /** Narrows the order to those that share the key. */
  @Nullable String orderingKey();

  RetryPolicy retryPolicy();
}
