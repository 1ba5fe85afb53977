package factory.integration.app.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Two nodes of a platform, each with a way of its own to the store, which can be blocked. */
final class TwoNodes implements AutoCloseable {

  private static final String MASTER_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  private final StoreProcess store;
  private final List<Relay> ways = new ArrayList<>();
  private final List<PlatformProcess> nodes = new ArrayList<>();

  /** Both are up when it is made. */
  TwoNodes(Path directory) {
    store = new StoreProcess(directory);
    for (int i = 1; i <= 2; i++) {
      Relay way = new Relay(store.port());
      ways.add(way);
      PlatformProcess node =
          new PlatformProcess(
              directory.resolve("outage-node-" + i),
              "--spring.profiles.active=mongo,embedded",
              "--platform.mongo.uri=mongodb://127.0.0.1:" + way.port(),
              "--platform.vault.master-key=" + MASTER_KEY);
      nodes.add(node);
      node.start();
    }
  }

  StoreProcess store() {
    return store;
  }

  List<PlatformProcess> both() {
    return nodes;
  }

  PlatformProcess other(PlatformProcess node) {
    return nodes.get(1 - nodes.indexOf(node));
  }

  /** The node's way to the store. */
  Relay way(PlatformProcess node) {
    return ways.get(nodes.indexOf(node));
  }

  /** Whether the node makes the deliveries. */
  static boolean delivers(PlatformProcess node) {
    return processors(node).stream()
        .filter(it -> it.path("name").asString().equals("delivery"))
        .anyMatch(it -> !it.path("segments").isEmpty());
  }

  static List<JsonNode> processors(PlatformProcess node) {
    return node.api()
        .get("/v1/admin/processors")
        .expecting(200)
        .body()
        .path("items")
        .valueStream()
        .toList();
  }

  @Override
  public void close() {
    nodes.forEach(PlatformProcess::close);
    ways.forEach(Relay::close);
    store.close();
  }
}
