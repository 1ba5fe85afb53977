package factory.integration.adapter.http;

import java.net.UnknownHostException;

/**
 * The platform does not connect there; the message is a sentence for people. It is a kind of
 * unknown host because a resolver may throw nothing else.
 */
final class EgressRefusedException extends UnknownHostException {

  private static final long serialVersionUID = 1L;

  EgressRefusedException(String sentence) {
    super(sentence);
  }

  /** It is thrown for each call to a refused endpoint and says all in its message. */
  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
