package factory.integration.api.messaging;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a distributed trace. The spans of an event's way have ids derived from what they are
 * about, so that any node knows the parent of what it does, and a repetition has the same id.
 *
 * @param traceId 32 lower-case hexadecimal digits
 * @param spanId 16 of them
 */
public record TraceParent(String traceId, String spanId) {

  /** Name of W3C's header, and of the application property on the bus. */
  public static final String NAME = "traceparent";

  private static final Pattern HEADER =
      Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}.*");
  private static final Pattern CONTEXT = Pattern.compile("trace-([0-9a-f]{32})");
  private static final long FNV_START = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /** Reads W3C's {@code 00-<trace>-<span>-<flags>}; empty when it is none. */
  public static Optional<TraceParent> parse(@Nullable String header) {
    Matcher matcher = HEADER.matcher(header == null ? "" : header);
    return matcher.matches()
        ? Optional.of(new TraceParent(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /**
   * A span of the trace that a message's context names.
   *
   * @param traceId as {@link ContextKeys#TRACE_ID} holds it; anything else gives nothing
   */
  public static Optional<TraceParent> within(@Nullable String traceId, String spanId) {
    Matcher matcher = CONTEXT.matcher(traceId == null ? "" : traceId);
    return matcher.matches()
        ? Optional.of(new TraceParent(matcher.group(1), spanId))
        : Optional.empty();
  }

  /** The span in which an event was accepted. */
  public static String spanOfPublishing(String eventId) {
    return span("accept " + eventId);
  }

  /** The span in which an accepted event was routed. */
  public static String spanOfRouting(String eventId) {
    return span("route " + eventId);
  }

  /** The span of one attempt's call. */
  public static String spanOfCall(String attemptId) {
    return span("call " + attemptId);
  }

  /** The span in which a fact was published on the bus. */
  public static String spanOfPublication(String factId) {
    return span("publish " + factId);
  }

  private static String span(String text) {
    long hash = FNV_START;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return HexFormat.of().toHexDigits(hash == 0 ? 1 : hash);
  }

  /** As a header, sampled. */
  @Override
  public String toString() {
    return "00-" + traceId + "-" + spanId + "-01";
  }
}
