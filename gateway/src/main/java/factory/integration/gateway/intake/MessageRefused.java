package factory.integration.gateway.intake;

/** A message whose parts contradict each other or its sender's rights. */
final class MessageRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RefusalReason reason;

  MessageRefused(RefusalReason reason, String description) {
    super(description, null, false, false);
    this.reason = reason;
  }

  RefusalReason reason() {
    return reason;
  }
}
