package factory.integration.app.tracing;

import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TraceParent;
import factory.integration.api.sourceevent.EventAccepted;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Instant;
import java.time.InstantSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** The span of an event's fan-out; its parent is the acceptance. */
final class RoutingSpans implements MessageHandlerInterceptor<EventMessage<?>> {

  private final Spans spans;
  private final InstantSource clock;

  RoutingSpans(Spans spans, InstantSource clock) {
    this.spans = spans;
    this.clock = clock;
  }

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    EventMessage<?> message = unitOfWork.getMessage();
    if (!(message.getPayload() instanceof EventAccepted accepted)) {
      return chain.proceed();
    }
    Instant start = clock.instant();
    Object result = chain.proceed();
    String id = accepted.eventId().value();
    TraceParent.within(
            (String) message.getMetaData().get(ContextKeys.TRACE_ID), TraceParent.spanOfRouting(id))
        .ifPresent(at -> spans.record(step(accepted, at, start)));
    return result;
  }

  private Step step(EventAccepted accepted, TraceParent at, Instant start) {
    String id = accepted.eventId().value();
    return new Step(
        "route " + accepted.eventType().value(),
        SpanKind.CONSUMER,
        at,
        TraceParent.spanOfPublishing(id),
        start,
        clock.instant(),
        Attributes.of(Keys.EVENT_ID, id),
        null);
  }
}
