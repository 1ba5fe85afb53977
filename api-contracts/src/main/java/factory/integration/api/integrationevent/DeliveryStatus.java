package factory.integration.api.integrationevent;

import com.fasterxml.jackson.annotation.JsonValue;

/** State of a delivery over all its attempts. */
public enum DeliveryStatus {
  SCHEDULED("scheduled"),
  PROCESSING("processing"),
  SUCCESS("success"),
  RETRY("retry"),
  FAILED("failed"),
  DISCARDED("discarded"),
  CANCELLED("cancelled");

  private final String label;

  DeliveryStatus(String label) {
    this.label = label;
  }

  /** As it stands in JSON. */
  @JsonValue
  public String label() {
    return label;
  }
}
