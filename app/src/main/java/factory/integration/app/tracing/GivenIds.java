package factory.integration.app.tracing;

import factory.integration.api.messaging.TraceParent;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives a new span the ids that are known beforehand: the library asks in the same thread. */
final class GivenIds implements IdGenerator {

  private final ThreadLocal<@Nullable TraceParent> given = new ThreadLocal<>();

  <T> T with(TraceParent ids, Supplier<T> start) {
    given.set(ids);
    try {
      return start.get();
    } finally {
      given.remove();
    }
  }

  @Override
  public String generateTraceId() {
    TraceParent ids = given.get();
    return ids == null ? TraceId.getInvalid() : ids.traceId();
  }

  @Override
  public String generateSpanId() {
    TraceParent ids = given.get();
    return ids == null ? SpanId.getInvalid() : ids.spanId();
  }
}
