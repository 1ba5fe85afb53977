package factory.integration.query.registry;

/** What kinds of thing people register; the label is what the stores keep. */
public enum RegistryKind {
  PROVIDER("provider"),
  API_CLIENT("apiClient"),
  CREDENTIAL("credential"),
  CONNECTION("connection"),
  INBOUND_SOURCE("inboundSource");

  private final String label;

  RegistryKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
