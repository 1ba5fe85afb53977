package factory.integration.saga.delivery;

/**
 * How much the engine does at once.
 *
 * @param inFlight calls at a time in all
 * @param inFlightPerTenant calls at a time of one tenant
 * @param inFlightPerEndpoint calls at a time to one endpoint
 * @param inMemoryPerEndpoint attempts of one endpoint kept in memory; more wait in the store
 */
record DeliveryLimits(
    int inFlight, int inFlightPerTenant, int inFlightPerEndpoint, int inMemoryPerEndpoint) {}
