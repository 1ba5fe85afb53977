package factory.integration.api.inbound;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Hash functions that vendors use for an HMAC. */
public enum SignatureAlgorithm {
  @JsonProperty("sha1")
  SHA1("HmacSHA1"),
  @JsonProperty("sha256")
  SHA256("HmacSHA256"),
  @JsonProperty("sha384")
  SHA384("HmacSHA384"),
  @JsonProperty("sha512")
  SHA512("HmacSHA512");

  private final String jcaName;

  SignatureAlgorithm(String jcaName) {
    this.jcaName = jcaName;
  }

  /** Its name for {@code javax.crypto.Mac}. */
  public String jcaName() {
    return jcaName;
  }
}
