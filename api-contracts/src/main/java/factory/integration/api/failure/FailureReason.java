package factory.integration.api.failure;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why something failed. */
public enum FailureReason {
  RETRIES_EXHAUSTED("retriesExhausted"),
  FATAL_RESPONSE("fatalResponse"),
  ENDPOINT_GONE("endpointGone"),
  /** A connection that worked does not any more. */
  HEALTH_LOST("healthLost"),
  /** Nobody knows whether a provider did what it was asked for. */
  OUTCOME_UNKNOWN("outcomeUnknown"),
  /** Somebody forbade automatic retries. */
  RETRIES_FORBIDDEN("retriesForbidden"),
  /** A rotation got no new version. */
  CREDENTIAL_NOT_OBTAINED("credentialNotObtained"),
  /** What uses a credential does not work with its new version. */
  CREDENTIAL_REFUSED("credentialRefused");

  private final String label;

  FailureReason(String label) {
    this.label = label;
  }

  /** As it stands in JSON. */
  @JsonValue
  public String label() {
    return label;
  }
}
