package factory.integration.api.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a run waits for before its first attempt. */
public enum RunHold {
  @JsonProperty("approval")
  APPROVAL,
  @JsonProperty("quietHours")
  QUIET_HOURS
}
