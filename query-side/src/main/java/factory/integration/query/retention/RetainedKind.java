package factory.integration.query.retention;

/**
 * What is kept for a time only, in the order in which it is purged: an event goes after the
 * attempts that name it.
 */
public enum RetainedKind {
  /** What was said in each call. */
  COMMUNICATION_LOGS("communicationLogs"),
  /** The data of accepted events, and the words they are found by. */
  PAYLOADS("payloads"),
  /** Deliveries with all their attempts. */
  INTEGRATION_EVENTS("integrationEvents"),
  DEAD_LETTERS("deadLetters"),
  /** Entries of the events log, with what was decided for them. */
  EVENTS("events");

  private final String label;

  RetainedKind(String label) {
    this.label = label;
  }

  /** As metrics and logs have it. */
  public String label() {
    return label;
  }
}
