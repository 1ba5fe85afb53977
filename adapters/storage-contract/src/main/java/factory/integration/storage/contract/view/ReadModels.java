package factory.integration.storage.contract.view;

import factory.integration.query.communication.CommunicationLogStore;
import factory.integration.query.eventlog.EventLogStore;
import factory.integration.query.failure.DeadLetterStore;
import factory.integration.query.integrationevent.IntegrationEventStore;
import factory.integration.query.registry.RegistryStore;
import factory.integration.query.search.SearchIndex;
import factory.integration.query.subscription.SubscriptionViewStore;

/** The stores of one engine, empty at first. */
public record ReadModels(
    EventLogStore eventLog,
    SearchIndex search,
    IntegrationEventStore integrationEvents,
    CommunicationLogStore communicationLogs,
    SubscriptionViewStore subscriptions,
    DeadLetterStore deadLetters,
    RegistryStore registry) {}
