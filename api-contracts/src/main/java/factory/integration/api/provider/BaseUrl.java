package factory.integration.api.provider;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;

/**
 * Where a provider's API begins: an absolute http or https address without user information, query
 * or fragment, at most 1024 long. A slash at its end is dropped, so that a path can follow.
 */
public record BaseUrl(@JsonValue String value) {

  private static final int MAX_LENGTH = 1024;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public BaseUrl {
    if (value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("a base url has at most 1024 characters");
    }
    URI uri = URI.create(value);
    if (!"https".equalsIgnoreCase(uri.getScheme()) && !"http".equalsIgnoreCase(uri.getScheme())) {
      throw new IllegalArgumentException("a base url starts with https:// or http://");
    }
    if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException("a base url names a host and has no user information");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("a base url has neither query nor fragment");
    }
    while (value.endsWith("/")) {
      value = value.substring(0, value.length() - 1);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
