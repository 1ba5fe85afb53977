package factory.integration.saga.delivery;

/** Makes one HTTP call; every way it can end is a value, never an exception. */
public interface WebhookSender {

  /**
   * Sends the request and waits for the answer, in the calling thread, until the request's
   * deadline. Follows no redirect, connects to vetted addresses only, and reads no more of the
   * answer than its caps allow.
   */
  CallResult send(WebhookRequest request);
}
