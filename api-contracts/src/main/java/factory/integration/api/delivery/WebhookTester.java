package factory.integration.api.delivery;

import factory.integration.api.integrationevent.CommunicationLogView;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.SubscriptionId;

/** Sends a signed example to a subscription's endpoint, outside of all deliveries. */
public interface WebhookTester {

  /** Calls once and answers what came back; an unknown or deleted subscription is refused. */
  CommunicationLogView sendExample(TenantId tenant, SubscriptionId subscriptionId);
}
