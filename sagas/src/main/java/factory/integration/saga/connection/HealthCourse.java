package factory.integration.saga.connection;

import factory.integration.api.connection.ConnectionHealth;

/**
 * How a connection is by its latest probes: one that fails makes it degraded, three in a row
 * unhealthy, and two in a row that pass make it healthy again.
 *
 * @param failures latest probes in a row that failed
 * @param successes latest probes in a row that passed
 */
record HealthCourse(ConnectionHealth health, int failures, int successes) {

  private static final int UNHEALTHY_AFTER = 3;
  private static final int HEALTHY_AFTER = 2;

  static HealthCourse from(ConnectionHealth health) {
    return new HealthCourse(health, 0, 0);
  }

  HealthCourse failed() {
    int more = failures + 1;
    if (more >= UNHEALTHY_AFTER) {
      return new HealthCourse(ConnectionHealth.UNHEALTHY, UNHEALTHY_AFTER, 0);
    }
    boolean wasHealthy = health == ConnectionHealth.HEALTHY;
    return new HealthCourse(wasHealthy ? ConnectionHealth.DEGRADED : health, more, 0);
  }

  HealthCourse passed() {
    int more = successes + 1;
    return more >= HEALTHY_AFTER
        ? new HealthCourse(ConnectionHealth.HEALTHY, 0, HEALTHY_AFTER)
        : new HealthCourse(health, 0, more);
  }
}
