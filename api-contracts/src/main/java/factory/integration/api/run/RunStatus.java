package factory.integration.api.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a run has come. */
public enum RunStatus {
  @JsonProperty("waitingForApproval")
  WAITING_FOR_APPROVAL,
  /** Quiet hours put it off. */
  @JsonProperty("deferred")
  DEFERRED,
  @JsonProperty("running")
  RUNNING,
  @JsonProperty("waitingForRetry")
  WAITING_FOR_RETRY,
  @JsonProperty("completed")
  COMPLETED,
  @JsonProperty("failed")
  FAILED,
  /** The provider may have done it or not: somebody has to find out. */
  @JsonProperty("unknown")
  UNKNOWN,
  @JsonProperty("refused")
  REFUSED,
  @JsonProperty("cancelled")
  CANCELLED
}
