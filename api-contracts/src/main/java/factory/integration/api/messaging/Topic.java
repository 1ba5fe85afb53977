package factory.integration.api.messaging;

/** Service Bus topics that carry published facts. */
public enum Topic {
  CONNECTIONS("factory.integration.connections"),
  PROVIDERS("factory.integration.providers"),
  WEBHOOKS("factory.integration.webhooks"),
  RUNS("factory.integration.runs"),
  CREDENTIALS("factory.integration.credentials");

  private final String address;

  Topic(String address) {
    this.address = address;
  }

  /** The topic's name on the bus. */
  public String address() {
    return address;
  }
}
