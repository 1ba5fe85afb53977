package factory.integration.api.connection;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a connection has come. */
public enum ConnectionStatus {
  /** No test of it has succeeded yet. */
  @JsonProperty("pending")
  PENDING,
  @JsonProperty("established")
  ESTABLISHED,
  @JsonProperty("retired")
  RETIRED
}
