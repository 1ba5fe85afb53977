package factory.integration.saga.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the delivery engine.
 *
 * @param maxInFlight calls at a time in all
 * @param maxInFlightPerTenant calls at a time of one tenant
 * @param maxInFlightPerEndpoint calls at a time to one endpoint
 * @param maxInMemoryPerEndpoint attempts of one endpoint kept in memory; more wait in the store
 * @param lease how long a node that is silent keeps its due work
 * @param shutdownGrace how long calls may go on when the platform stops
 */
@ConfigurationProperties("platform.delivery")
record DeliveryProperties(
    @DefaultValue("1024") int maxInFlight,
    @DefaultValue("512") int maxInFlightPerTenant,
    @DefaultValue("128") int maxInFlightPerEndpoint,
    @DefaultValue("5000") int maxInMemoryPerEndpoint,
    @DefaultValue("5s") Duration lease,
    @DefaultValue("20s") Duration shutdownGrace) {

  private static final Duration SHORTEST_LEASE = Duration.ofSeconds(3);

  /** Far enough from what no clock that is right can have given. */
  private static final Duration LONGEST_LEASE = DueWork.LONGEST_LEASE.dividedBy(2);

  DeliveryProperties {
    requirePositive("max-in-flight", maxInFlight);
    requirePositive("max-in-flight-per-tenant", maxInFlightPerTenant);
    requirePositive("max-in-flight-per-endpoint", maxInFlightPerEndpoint);
    requirePositive("max-in-memory-per-endpoint", maxInMemoryPerEndpoint);
    if (lease.compareTo(SHORTEST_LEASE) < 0 || lease.compareTo(LONGEST_LEASE) > 0) {
      throw new IllegalArgumentException(
          "platform.delivery.lease is at least 3s and at most 30s, not " + lease);
    }
    if (shutdownGrace.isNegative()) {
      throw new IllegalArgumentException("platform.delivery.shutdown-grace is not negative");
    }
  }

  DeliveryLimits limits() {
    return new DeliveryLimits(
        maxInFlight, maxInFlightPerTenant, maxInFlightPerEndpoint, maxInMemoryPerEndpoint);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "platform.delivery." + name + " is at least 1, not " + value);
    }
  }
}
