package factory.integration.api.subscription;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;

/** An absolute http or https address without user information or fragment, at most 2048 long. */
public record EndpointUrl(@JsonValue String value) {

  private static final int MAX_LENGTH = 2048;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public EndpointUrl {
    if (value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("an endpoint's url has at most 2048 characters");
    }
    URI uri = URI.create(value);
    if (!"https".equalsIgnoreCase(uri.getScheme()) && !"http".equalsIgnoreCase(uri.getScheme())) {
      throw new IllegalArgumentException("an endpoint's url starts with https:// or http://");
    }
    if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "an endpoint's url names a host and has neither user information nor fragment");
    }
  }

  public URI toUri() {
    return URI.create(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
