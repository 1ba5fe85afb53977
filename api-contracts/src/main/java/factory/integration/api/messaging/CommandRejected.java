package factory.integration.api.messaging;

/** A command that its aggregate refused: the caller's mistake, never a fault of the platform. */
public final class CommandRejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public CommandRejected(Reason reason) {
    super(reason.detail(), null, false, false);
    this.reason = reason;
  }

  /** Refuses with the reason unless the condition holds. */
  public static void unless(boolean condition, Reason reason) {
    if (!condition) {
      throw new CommandRejected(reason);
    }
  }

  public Reason reason() {
    return reason;
  }
}
