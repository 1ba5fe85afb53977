package factory.integration.api.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;

/** In which order a subscription gets its events. */
public enum Ordering {
  /** As fast as it goes. */
  @JsonProperty("none")
  NONE,
  /** One call at a time in order; a failed one steps aside until its retry. */
  @JsonProperty("fifo")
  FIFO,
  /** In order; the first one blocks the others until it is delivered or has ended. */
  @JsonProperty("strict")
  STRICT
}
