package factory.integration.api.failure;

import com.fasterxml.jackson.annotation.JsonValue;

/** What failed. */
public enum FailureSource {
  DELIVERY("delivery"),
  RUN("run"),
  PROBE("probe"),
  ROTATION("rotation");

  private final String label;

  FailureSource(String label) {
    this.label = label;
  }

  /** As it stands in JSON. */
  @JsonValue
  public String label() {
    return label;
  }
}
