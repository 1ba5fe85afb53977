package factory.integration.saga;

import java.util.List;

/** Names of the event processors of this module. */
public final class ProcessingGroups {

  public static final String INBOUND = "inbound";
  public static final String ROUTING = "routing";
  public static final String ESTABLISHED_CONNECTIONS = "established-connections";
  public static final String DELIVERY = "delivery";
  public static final String DELIVERY_RETRY = "delivery-retry";
  public static final String DEAD_LETTER = "dead-letter";
  public static final String TRIGGERS = "triggers";
  public static final String RUNS = "runs";
  public static final String RUN_RETRY = "run-retry";
  public static final String PUBLICATION = "publication";
  public static final String CREDENTIAL_ROTATION = "credential-rotation";
  public static final String CREDENTIAL_SCHEDULE = "credential-schedule";
  public static final String CREDENTIAL_CHECK = "credential-check";
  public static final String CREDENTIAL_CLEANING = "credential-cleaning";

  /**
   * On the way to an endpoint: one processor reads each event for them as soon as it is stored. So
   * the node that makes the deliveries knows the subscriptions and connections exactly as routing
   * met them.
   */
  public static final List<String> OUTBOUND =
      List.of(INBOUND, ROUTING, ESTABLISHED_CONNECTIONS, TRIGGERS, DELIVERY, RUNS);

  /** The others, which may wait a moment for company. */
  public static final List<String> CALM = List.of(DELIVERY_RETRY, DEAD_LETTER, PUBLICATION);

  /** Credentials change seldom: one processor reads the events for all that follows them. */
  public static final List<String> CREDENTIALS =
      List.of(CREDENTIAL_ROTATION, CREDENTIAL_SCHEDULE, CREDENTIAL_CHECK, CREDENTIAL_CLEANING);

  private ProcessingGroups() {}
}
