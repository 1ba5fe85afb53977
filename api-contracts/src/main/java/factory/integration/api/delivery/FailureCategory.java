package factory.integration.api.delivery;

import com.fasterxml.jackson.annotation.JsonValue;

/** What kind of failure a call met. */
public enum FailureCategory {
  TIMEOUT("timeout"),
  CONNECTION("connection"),
  DNS("dns"),
  TLS("tls"),
  PROTOCOL("protocol"),
  RATE_LIMITED("rateLimited"),
  SERVER_ERROR("serverError"),
  NOT_FOUND("notFound"),
  CLIENT_ERROR("clientError"),
  REDIRECT("redirect"),
  GONE("gone"),
  BLOCKED_ADDRESS("blockedAddress"),
  /** There was nothing to authenticate a call with, or the provider did not take it. */
  AUTHENTICATION("authentication"),
  /** A mapping or a schema refused what it was given. */
  MAPPING("mapping"),
  /** The connection's rules forbid the operation. */
  FORBIDDEN("forbidden"),
  /** The call may have been made or not. */
  UNKNOWN_OUTCOME("unknownOutcome");

  private final String label;

  FailureCategory(String label) {
    this.label = label;
  }

  /** As it stands in JSON. */
  @JsonValue
  public String label() {
    return label;
  }
}
