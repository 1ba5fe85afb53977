package factory.integration.saga.delivery;

import java.util.List;
import java.util.Map;

/**
 * A call that is ready to be made, and what may be kept of it.
 *
 * @param shownHeaders the request's headers with credentials masked
 * @param signedWith the secret versions that signed, newest first
 * @param credentials what must not be kept of an answer that repeats it
 */
record WebhookMessage(
    WebhookRequest request,
    Map<String, String> shownHeaders,
    List<String> signedWith,
    List<String> credentials) {

  @Override
  public String toString() {
    return "WebhookMessage[" + request + "]";
  }
}
