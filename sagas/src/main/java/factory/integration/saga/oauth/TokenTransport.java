package factory.integration.saga.oauth;

/** Calls a token endpoint; every way it can end is a value, never an exception. */
public interface TokenTransport {

  /**
   * Posts the form and waits for the answer, in the calling thread, until the request's deadline.
   * Follows no redirect, connects to vetted addresses only, and reads at most 64 KiB.
   */
  TokenAnswer post(TokenRequest request);
}
