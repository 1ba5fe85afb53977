package factory.integration.api.integrationevent;

import com.fasterxml.jackson.annotation.JsonValue;

/** State of one attempt. */
public enum IntegrationEventStatus {
  QUEUED("queued"),
  PROCESSING("processing"),
  SUCCESS("success"),
  FAILED("failed"),
  CANCELLED("cancelled");

  private final String label;

  IntegrationEventStatus(String label) {
    this.label = label;
  }

  /** As it stands in JSON. */
  @JsonValue
  public String label() {
    return label;
  }
}
