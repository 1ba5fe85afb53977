package factory.integration.saga.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One call to make.
 *
 * @param headers complete and validated; sent as they are, beside host and content-length
 * @param body the bytes that were signed
 * @param timeout total time from connecting to the last byte of the answer
 */
public record WebhookRequest(URI url, Map<String, String> headers, byte[] body, Duration timeout) {

  /** Without headers, since they hold credentials. */
  @Override
  public String toString() {
    return "WebhookRequest[url=" + url + ", " + body.length + " bytes]";
  }
}
