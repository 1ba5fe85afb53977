package factory.integration.api.messaging;

/**
 * The store could not be reached or could not write: nothing of the caller's work was acknowledged,
 * and the same request may succeed later.
 */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  public StoreUnavailable(String message) {
    super(message);
  }
}
