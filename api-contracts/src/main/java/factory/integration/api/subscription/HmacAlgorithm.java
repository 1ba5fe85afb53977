package factory.integration.api.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Hash functions that an {@code hmac} authentication may use. */
public enum HmacAlgorithm {
  @JsonProperty("sha256")
  SHA256("sha256", "HmacSHA256"),
  @JsonProperty("sha512")
  SHA512("sha512", "HmacSHA512");

  private final String label;
  private final String jcaName;

  HmacAlgorithm(String label, String jcaName) {
    this.label = label;
    this.jcaName = jcaName;
  }

  /** As it stands before the {@code =} of the header. */
  public String label() {
    return label;
  }

  /** Its name for {@code javax.crypto.Mac}. */
  public String jcaName() {
    return jcaName;
  }
}
