package factory.integration.app.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.concurrent.TimeUnit;

/** Takes finished steps to the exporter; never blocks, and drops spans when it can't keep up. */
final class Spans implements AutoCloseable {

  private static final long CLOSE_SECONDS = 5;

  private final SdkTracerProvider provider;
  private final GivenIds ids;
  private final Tracer tracer;

  /**
   * @param ids the provider's own
   */
  Spans(SdkTracerProvider provider, GivenIds ids) {
    this.provider = provider;
    this.ids = ids;
    this.tracer = provider.get("factory.integration");
  }

  void record(Step step) {
    SpanBuilder builder =
        tracer
            .spanBuilder(step.name())
            .setSpanKind(step.kind())
            .setAllAttributes(step.attributes())
            .setStartTimestamp(step.start());
    String parent = step.parent();
    if (parent == null) {
      builder.setNoParent();
    } else {
      builder.setParent(Context.root().with(Span.wrap(context(step.at().traceId(), parent))));
    }
    Span span = ids.with(step.at(), builder::startSpan);
    if (step.error() != null) {
      span.setStatus(StatusCode.ERROR, step.error());
    }
    span.end(step.end());
  }

  private static SpanContext context(String traceId, String spanId) {
    return SpanContext.createFromRemoteParent(
        traceId, spanId, TraceFlags.getSampled(), TraceState.getDefault());
  }

  /** Exports what is left, for a while. */
  @Override
  public void close() {
    provider.shutdown().join(CLOSE_SECONDS, TimeUnit.SECONDS);
  }
}
