package factory.integration.saga;

import java.util.List;

/** Names of the event processors of this module. */
public final class ProcessingGroups {

  public static final String ROUTING = "routing";
  public static final String ESTABLISHED_CONNECTIONS = "established-connections";
  public static final String DELIVERY = "delivery";
  public static final String DELIVERY_RETRY = "delivery-retry";
  public static final String DEAD_LETTER = "dead-letter";
  public static final String PUBLICATION = "publication";

  /**
   * On the way to an endpoint: one processor reads each event for them as soon as it is stored. So
   * the node that makes the deliveries knows the subscriptions and connections exactly as routing
   * met them.
   */
  public static final List<String> OUTBOUND = List.of(ROUTING, ESTABLISHED_CONNECTIONS, DELIVERY);

  /** The others, which may wait a moment for company. */
  public static final List<String> CALM = List.of(DELIVERY_RETRY, DEAD_LETTER, PUBLICATION);

  private ProcessingGroups() {}
}
