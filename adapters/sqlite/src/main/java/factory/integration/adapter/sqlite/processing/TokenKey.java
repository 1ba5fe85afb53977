package factory.integration.adapter.sqlite.processing;

/** Names a token. */
record TokenKey(String processor, int segment) {

  @Override
  public String toString() {
    return processor + "[" + segment + "]";
  }
}
