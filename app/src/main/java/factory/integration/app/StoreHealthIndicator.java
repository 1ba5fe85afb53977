package factory.integration.app;

import factory.integration.api.messaging.StoreHealth;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Readiness is red while the store cannot be read and written. */
final class StoreHealthIndicator implements HealthIndicator {

  private final StoreHealth store;

  StoreHealthIndicator(StoreHealth store) {
    this.store = store;
  }

  @Override
  public Health health() {
    return store.isReachable()
        ? Health.up().build()
        : Health.outOfService()
            .withDetail("reason", "the store cannot be read and written")
            .build();
  }
}
