package factory.integration.benchmarks.platform;

import java.util.Map;
import java.util.UUID;

/** Where the platform under test keeps everything. */
public interface Store extends AutoCloseable {

  /** What it is, in one line. */
  String describe();

  /** Settings that make the platform use it, as environment variables. */
  Map<String, String> environment();

  /** Removes all that was kept. */
  @Override
  void close();

  /** The store that comes with the platform, in its data directory. */
  static Store embedded() {
    return new Embedded();
  }

  /** A database of its own on the server that the connection string names. */
  static Store mongo(String uri) {
    return new MongoStore(uri, "benchmark-" + UUID.randomUUID());
  }

  /** Goes with the data directory. */
  record Embedded() implements Store {

    @Override
    public String describe() {
      return "store: sqlite, embedded";
    }

    @Override
    public Map<String, String> environment() {
      return Map.of();
    }

    @Override
    public void close() {
      // whoever made the directory removes it
    }
  }
}
