package factory.integration.gateway.request;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.TraceParent;
import factory.integration.api.messaging.UniqueIds;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the context of a request from its headers; what is missing or unusable is made up. */
public final class RequestContexts {

  private static final int TRACE_START = 3;
  private static final int TRACE_END = 35;
  private static final int TRACEPARENT_LENGTH = 55;
  private static final int MAX_CORRELATION_ID = 128;

  /** What has the length of W3C's trace must be one. */
  private static final Pattern KNOWN_TRACE =
      Pattern.compile("trace-(?:(?!0{32})[0-9a-f]{32}|(?!.{32}$)[0-9A-Za-z_-]{1,122})");

  private static final HexFormat HEX = HexFormat.of();

  private final UniqueIds ids;

  RequestContexts(UniqueIds ids) {
    this.ids = ids;
  }

  /** The context of a request that the actor makes for the tenant. */
  public RequestContext of(HttpServletRequest request, TenantId tenant, String actor) {
    String traceparent = request.getHeader(TraceParent.NAME);
    String traceId = "trace-" + traceId(traceparent);
    String correlationId = correlationId(request.getHeader("X-Correlation-Id"));
    return new RequestContext(tenant, null, null, traceId, correlationId, actor, null, traceparent);
  }

  /**
   * The context of an event that came in a message.
   *
   * @param traceId {@code trace-…} or W3C's {@code traceparent}
   * @param cause identifier of the message
   * @param traceparent W3C's, the sender's span
   */
  public RequestContext ofMessage(
      @Nullable String traceId,
      @Nullable String correlationId,
      @Nullable String cause,
      @Nullable String traceparent,
      TenantId tenant,
      String actor) {
    String trace =
        traceId != null && KNOWN_TRACE.matcher(traceId).matches()
            ? traceId
            : "trace-" + traceId(traceId);
    return new RequestContext(
        tenant, null, null, trace, correlationId(correlationId), actor, cause, traceparent);
  }

  private String correlationId(@Nullable String given) {
    boolean usable =
        given != null
            && !given.isEmpty()
            && given.length() <= MAX_CORRELATION_ID
            && given.chars().allMatch(c -> c > ' ' && c < 0x7f);
    return usable ? given : "corr-" + ids.next();
  }

  /** The trace of W3C's {@code 00-<trace>-<span>-<flags>}. */
  private static String traceId(@Nullable String parent) {
    if (parent != null
        && parent.length() >= TRACEPARENT_LENGTH
        && parent.charAt(TRACE_START - 1) == '-'
        && parent.charAt(TRACE_END) == '-') {
      String trace = parent.substring(TRACE_START, TRACE_END);
      if (isTrace(trace)) {
        return trace;
      }
    }
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong() | 1);
  }

  private static boolean isTrace(String trace) {
    boolean onlyZeros = true;
    for (int i = 0; i < trace.length(); i++) {
      char c = trace.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
      onlyZeros &= c == '0';
    }
    return !onlyZeros;
  }
}
