package factory.integration.adapter.servicebus;

import org.jspecify.annotations.Nullable;

/** The bus has not acknowledged every message of a batch; all of them must be sent again. */
final class PublicationFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PublicationFailed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
