package factory.integration.saga.delivery;

import java.time.Duration;

/**
 * How much the engine does at once.
 *
 * @param inFlight calls at a time in all
 * @param inFlightPerTenant calls at a time of one tenant
 * @param inFlightPerEndpoint calls at a time to one endpoint
 * @param inMemoryPerEndpoint attempts of one endpoint kept in memory; more wait in the store
 * @param lease how long a node that is silent keeps its due work
 */
record DeliveryLimits(
    int inFlight,
    int inFlightPerTenant,
    int inFlightPerEndpoint,
    int inMemoryPerEndpoint,
    Duration lease) {}
