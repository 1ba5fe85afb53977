package factory.integration.app.tracing;

import factory.integration.api.delivery.WebhookDelivered;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.integrationevent.IntegrationEventId;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.PublishedEvent;
import factory.integration.api.messaging.TraceParent;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Instant;
import java.time.InstantSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** The span of a fact's way to the bus, until it is acknowledged; its parent is the call. */
final class PublicationSpans implements MessageHandlerInterceptor<EventMessage<?>> {

  private final Spans spans;
  private final InstantSource clock;

  PublicationSpans(Spans spans, InstantSource clock) {
    this.spans = spans;
    this.clock = clock;
  }

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    EventMessage<?> message = unitOfWork.getMessage();
    if (message.getPayload() instanceof PublishedEvent fact) {
      String span = TraceParent.spanOfPublication("evt-" + message.getIdentifier());
      TraceParent.within((String) message.getMetaData().get(ContextKeys.TRACE_ID), span)
          .ifPresent(at -> observe(unitOfWork, fact, at));
    }
    return chain.proceed();
  }

  private void observe(UnitOfWork<?> unitOfWork, PublishedEvent fact, TraceParent at) {
    Instant start = clock.instant();
    unitOfWork.afterCommit(_ -> spans.record(step(fact, at, start, null)));
    unitOfWork.onRollback(_ -> spans.record(step(fact, at, start, "not acknowledged")));
  }

  private Step step(PublishedEvent fact, TraceParent at, Instant start, @Nullable String error) {
    return new Step(
        "publish " + fact.publishedAs(),
        SpanKind.PRODUCER,
        at,
        cause(fact),
        start,
        clock.instant(),
        Attributes.of(Keys.TOPIC, fact.topic().address()),
        error);
  }

  /** The call that the fact is about, if it is about one. */
  private static @Nullable String cause(PublishedEvent fact) {
    return switch (fact) {
      case WebhookDelivered it -> call(IntegrationEventId.of(it.deliveryId(), it.attempt()));
      case IntegrationFailed it when it.deliveryId() != null ->
          call(IntegrationEventId.of(it.deliveryId(), it.attempts()));
      default -> null;
    };
  }

  private static String call(IntegrationEventId attempt) {
    return TraceParent.spanOfCall(attempt.value());
  }
}
