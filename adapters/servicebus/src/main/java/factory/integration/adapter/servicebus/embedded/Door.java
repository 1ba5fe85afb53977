package factory.integration.adapter.servicebus.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the broker listens.
 *
 * @param address as configured
 * @param port a port that was free a moment ago
 */
record Door(InetAddress address, String host, int port) {

  private static final List<String> LOCAL_NAMES = List.of("localhost", "127.0.0.1", "::1");

  /**
   * @param port 0 for any that is free
   * @throws IllegalStateException when the broker could not listen there
   */
  static Door open(String host, int port) {
    try (ServerSocket probe = new ServerSocket()) {
      InetAddress address = InetAddress.getByName(host);
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(address, port));
      return new Door(address, host, probe.getLocalPort());
    } catch (IOException e) {
      throw new IllegalStateException(
          "the embedded bus cannot listen on %s:%d (%s); set platform.bus.embedded.port to a free"
                  .formatted(host, port, e.getMessage())
              + " port or 0, and platform.bus.embedded.host to an address of this machine",
          e);
    }
  }

  /** The name that clients on this machine reach it by. */
  String clientHost() {
    return isLocal() ? "localhost" : host;
  }

  /** The names that the certificate must be good for. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>(LOCAL_NAMES);
    if (!isLocal()) {
      names.add(host);
    }
    return names;
  }

  private boolean isLocal() {
    return address.isLoopbackAddress() || address.isAnyLocalAddress();
  }
}
