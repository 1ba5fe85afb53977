package factory.integration.saga.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One call to make.
 *
 * @param method of HTTP, in capitals
 * @param headers complete and validated; sent as they are, beside host and content-length
 * @param body the bytes that were signed; none: no body is sent
 * @param timeout total time from connecting to the last byte of the answer
 * @param repeatable whether it may be sent once more when a connection turns out to be closed
 */
public record WebhookRequest(
    String method,
    URI url,
    Map<String, String> headers,
    byte[] body,
    Duration timeout,
    boolean repeatable) {

  private static final String POST = "POST";

  /** A request that may be sent twice. */
  public WebhookRequest(
      String method, URI url, Map<String, String> headers, byte[] body, Duration timeout) {
    this(method, url, headers, body, timeout, true);
  }

  /** Posts the body. */
  public WebhookRequest(URI url, Map<String, String> headers, byte[] body, Duration timeout) {
    this(POST, url, headers, body, timeout);
  }

  /** Without headers, since they hold credentials. */
  @Override
  public String toString() {
    return "WebhookRequest[" + method + " " + url + ", " + body.length + " bytes]";
  }
}
