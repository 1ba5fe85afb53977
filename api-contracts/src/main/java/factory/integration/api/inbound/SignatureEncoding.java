package factory.integration.api.inbound;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the bytes of a signature are spelled. */
public enum SignatureEncoding {
  @JsonProperty("hex")
  HEX,
  @JsonProperty("base64")
  BASE64
}
