package factory.integration.adapter.mongo.processing;

/** Names a token. */
record TokenKey(String processor, int segment) {

  @Override
  public String toString() {
    return processor + "[" + segment + "]";
  }
}
