package factory.integration.saga.oauth;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A call of a token endpoint.
 *
 * @param form {@code application/x-www-form-urlencoded}
 * @param timeout total time from connecting to the last byte of the answer
 */
public record TokenRequest(URI url, Map<String, String> headers, byte[] form, Duration timeout) {

  /** The address alone: all else holds credentials. */
  @Override
  public String toString() {
    return "TokenRequest[" + url + "]";
  }
}
