package factory.integration.api.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the body of a webhook holds. */
public enum PayloadFormat {
  /** {@code {"type", "timestamp", "data"}}. */
  @JsonProperty("standard")
  STANDARD,
  /** The published data alone. */
  @JsonProperty("raw")
  RAW,
  /** The canonical envelope with the data as its payload. */
  @JsonProperty("envelope")
  ENVELOPE
}
