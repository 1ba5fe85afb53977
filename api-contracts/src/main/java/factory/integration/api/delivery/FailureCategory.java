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
  /** The platform could not prove itself: no token, or a credential that is refused. */
  AUTHENTICATION("authentication");

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
