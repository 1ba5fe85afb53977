package factory.integration.api.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why another attempt is made. */
public enum RetryTrigger {
  /** The policy says so, or a deferral is over. */
  @JsonProperty("automatic")
  AUTOMATIC,
  /** Somebody asked for it. */
  @JsonProperty("manual")
  MANUAL
}
