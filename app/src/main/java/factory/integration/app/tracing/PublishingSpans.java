package factory.integration.app.tracing;

import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TraceParent;
import factory.integration.api.sourceevent.PublishEvent;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Instant;
import java.time.InstantSource;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** The span of an event's acceptance, until it is stored; its parent is the publisher's. */
final class PublishingSpans implements MessageHandlerInterceptor<CommandMessage<?>> {

  private final Spans spans;
  private final InstantSource clock;

  PublishingSpans(Spans spans, InstantSource clock) {
    this.spans = spans;
    this.clock = clock;
  }

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    CommandMessage<?> command = unitOfWork.getMessage();
    if (command.getPayload() instanceof PublishEvent event) {
      String trace = (String) command.getMetaData().get(ContextKeys.TRACE_ID);
      String id = event.eventId().value();
      TraceParent.within(trace, TraceParent.spanOfPublishing(id))
          .ifPresent(at -> observe(unitOfWork, event, at));
    }
    return chain.proceed();
  }

  private void observe(UnitOfWork<?> unitOfWork, PublishEvent event, TraceParent at) {
    Instant start = clock.instant();
    String parent = publisher(unitOfWork.getMessage(), at.traceId());
    unitOfWork.onCleanup(
        over ->
            spans.record(
                new Step(
                    "accept " + event.eventType().value(),
                    SpanKind.SERVER,
                    at,
                    parent,
                    start,
                    clock.instant(),
                    Attributes.of(Keys.EVENT_ID, event.eventId().value()),
                    over.isRolledBack() ? "not stored" : null)));
  }

  /** The publisher's span, when the request or message came with one of this trace. */
  private static @Nullable String publisher(Message<?> command, String traceId) {
    return TraceParent.parse((String) command.getMetaData().get(TraceParent.NAME))
        .filter(parent -> parent.traceId().equals(traceId))
        .map(TraceParent::spanId)
        .orElse(null);
  }
}
