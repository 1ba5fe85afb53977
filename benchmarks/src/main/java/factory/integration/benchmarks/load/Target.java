package factory.integration.benchmarks.load;

/** Where events are published and with which key. */
record Target(int port, String apiKey) {

  @Override
  public String toString() {
    return "127.0.0.1:" + port;
  }
}
