package factory.integration.adapter.axon;

/** Names a token. */
public record TokenKey(String processor, int segment) {

  @Override
  public String toString() {
    return processor + "[" + segment + "]";
  }
}
