package factory.integration.api.credential;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a rotation began. */
public enum RotationTrigger {
  REQUESTED("requested"),
  SCHEDULED("scheduled");

  private final String label;

  RotationTrigger(String label) {
    this.label = label;
  }

  /** As it stands in JSON. */
  @JsonValue
  public String label() {
    return label;
  }
}
