package factory.integration.saga;

import java.util.List;

/** Names of the event processors of this module. */
public final class ProcessingGroups {

  public static final String ROUTING = "routing";
  public static final String DELIVERY = "delivery";
  public static final String DELIVERY_RETRY = "delivery-retry";
  public static final String DEAD_LETTER = "dead-letter";
  public static final String PUBLICATION = "publication";

  /** On the way to an endpoint: they read each event as soon as it is stored. */
  public static final List<String> IMMEDIATE = List.of(ROUTING, DELIVERY);

  /** The others, which may wait a moment for company. */
  public static final List<String> CALM = List.of(DELIVERY_RETRY, DEAD_LETTER, PUBLICATION);

  private ProcessingGroups() {}
}
