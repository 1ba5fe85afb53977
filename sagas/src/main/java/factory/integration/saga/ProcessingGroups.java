package factory.integration.saga;

/** Names of the event processors of this module. */
public final class ProcessingGroups {

  public static final String ROUTING = "routing";
  public static final String DELIVERY = "delivery";
  public static final String DELIVERY_RETRY = "delivery-retry";
  public static final String DEAD_LETTER = "dead-letter";
  public static final String PUBLICATION = "publication";

  private ProcessingGroups() {}
}
