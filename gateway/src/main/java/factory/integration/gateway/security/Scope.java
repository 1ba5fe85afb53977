package factory.integration.gateway.security;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a key may do. */
enum Scope {
  /** Publish events and cancel their deliveries. */
  EVENTS_PUBLISH("events.publish"),
  /** Read and search events, integration events, deliveries and dead letters. */
  EVENTS_READ("events.read"),
  SUBSCRIPTIONS_READ("subscriptions.read"),
  /** Create, change, test and delete subscriptions, see and rotate their secrets. */
  SUBSCRIPTIONS_WRITE("subscriptions.write"),
  /** See providers, API clients, connections and what else integrations are made of. */
  INTEGRATIONS_READ("integrations.read"),
  /** Register and change them, and run their operations. */
  INTEGRATIONS_WRITE("integrations.write"),
  METRICS_READ("metrics.read"),
  /** Everything, for any tenant, and the keys and processors themselves. */
  ADMIN("admin");

  private final String label;

  Scope(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  static Optional<Scope> labelled(String label) {
    return Arrays.stream(values()).filter(scope -> scope.label.equals(label)).findAny();
  }

  static String allLabels() {
    return Arrays.stream(values()).map(Scope::label).collect(Collectors.joining(", "));
  }
}
