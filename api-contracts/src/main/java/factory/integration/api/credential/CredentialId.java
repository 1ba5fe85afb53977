package factory.integration.api.credential;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a credential: {@code cred-} and a unique part. */
public record CredentialId(@JsonValue String value) {

  private static final String PREFIX = "cred-";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CredentialId {
    if (!value.startsWith(PREFIX) || value.length() > 64 || value.indexOf('.') >= 0) {
      throw new IllegalArgumentException("not a credential id (" + PREFIX + "…): " + value);
    }
  }

  public static CredentialId of(String uniquePart) {
    return new CredentialId(PREFIX + uniquePart);
  }

  /** The id without its prefix. */
  public String uniquePart() {
    return value.substring(PREFIX.length());
  }

  @Override
  public String toString() {
    return value;
  }
}
