package factory.integration.api.connection;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a connection is, by its latest probes. */
public enum ConnectionHealth {
  @JsonProperty("healthy")
  HEALTHY,
  /** The last probes failed, but not yet enough of them. */
  @JsonProperty("degraded")
  DEGRADED,
  @JsonProperty("unhealthy")
  UNHEALTHY
}
