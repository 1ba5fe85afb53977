package factory.integration.benchmarks.platform;

import java.net.URI;

/** A running platform: its process, its loopback port, a key that may do everything. */
public interface Platform extends AutoCloseable {

  long pid();

  int port();

  String apiKey();

  /** Its management API. */
  default ManagementApi api() {
    return new ManagementApi(URI.create("http://127.0.0.1:" + port()), apiKey());
  }

  @Override
  void close();
}
