package factory.integration.benchmarks.scenario;

import factory.integration.benchmarks.report.Window;
import factory.integration.benchmarks.wire.Commands.Command;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the generator is told to do, and for how long to wait for it. */
record Load(
    String kind,
    String type,
    @Nullable String source,
    @Nullable String connection,
    int connections,
    int payload,
    Duration patience) {

  static final String TYPE = "orderCreated";
  static final String HANGING_TYPE = "orderDeleted";

  private static final Duration GRACE = Duration.ofMinutes(3);

  /** Events on schedule. */
  static Load open(Options options, int rate, int seconds) {
    return of(options, "open rate=%d count=%d".formatted(rate, (long) rate * seconds), seconds);
  }

  /** As many events as get answered. */
  static Load closed(Options options, long count, int seconds) {
    return of(options, "closed count=%d seconds=%d".formatted(count, seconds), seconds);
  }

  private static Load of(Options options, String kind, int seconds) {
    return new Load(
        kind,
        TYPE,
        null,
        null,
        options.number("connections", 64),
        options.number("payload", 1024),
        GRACE.plusSeconds(seconds));
  }

  /** The same load, meant for the endpoint that never answers. */
  Load toHanging() {
    return new Load(kind, HANGING_TYPE, null, null, connections, payload, patience);
  }

  /** The same load as webhooks that a vendor sends to an inbound source. */
  Load toSource(String sourceId) {
    return new Load(kind, type, sourceId, null, connections, payload, patience);
  }

  /** The same load as runs of the operation that a connection leads to. */
  Load toConnection(String connectionId) {
    return new Load(kind, type, null, connectionId, connections, payload, patience);
  }

  String command() {
    String load =
        "%s connections=%d payload=%d type=%s".formatted(kind, connections, payload, type);
    if (connection != null) {
      return load + " connection=" + connection;
    }
    return source == null ? load : load + " source=" + source;
  }

  /** A load that was run: its window, its 202s, and the connections that had to be made anew. */
  record Done(Window window, long accepted, long reconnects) {

    static Done of(Command answer) {
      Window window =
          new Window(
              (int) answer.number("first"), (int) answer.number("end"), answer.number("start"));
      return new Done(window, answer.number("accepted"), answer.number("reconnects"));
    }
  }
}
