package factory.integration.api.messaging;

/** Names around the queue on which others hand in events. */
public final class InboundQueue {

  public static final String ADDRESS = "factory.integration.inbound";

  /** Holds what was refused, under the name that Service Bus gives such a queue. */
  public static final String DEAD_LETTERS = ADDRESS + "/$deadletterqueue";

  /** Names of the application properties that say why a message was refused. */
  public static final String REASON_PROPERTY = "DeadLetterReason";

  public static final String DESCRIPTION_PROPERTY = "DeadLetterErrorDescription";

  /** The message id of the first sending, where a message was sent again in its place. */
  public static final String ORIGINAL_MESSAGE_ID_PROPERTY = "cs-original-message-id";

  private InboundQueue() {}
}
