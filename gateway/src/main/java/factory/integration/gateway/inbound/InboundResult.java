package factory.integration.gateway.inbound;

/** What became of a vendor's call. */
public enum InboundResult {
  ACCEPTED("accepted"),
  REPEATED("repeated"),
  REJECTED("rejected");

  private final String label;

  InboundResult(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
