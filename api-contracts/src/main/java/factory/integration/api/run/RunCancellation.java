package factory.integration.api.run;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a run is ended before its time. */
public enum RunCancellation {
  REQUESTED("requested", "it was cancelled"),
  FORCE_STOPPED("forceStopped", "all its attempts were stopped"),
  REJECTED("rejected", "its approval was denied"),
  CONNECTION_RETIRED("connectionRetired", "the connection was retired");

  private final String label;
  private final String detail;

  RunCancellation(String label, String detail) {
    this.label = label;
    this.detail = detail;
  }

  /** As it stands in JSON. */
  @JsonValue
  public String label() {
    return label;
  }

  /** For people. */
  public String detail() {
    return detail;
  }
}
