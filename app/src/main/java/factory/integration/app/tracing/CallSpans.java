package factory.integration.app.tracing;

import factory.integration.api.messaging.TraceParent;
import factory.integration.saga.delivery.CallResult;
import factory.integration.saga.delivery.WebhookRequest;
import factory.integration.saga.delivery.WebhookSender;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanKind;
import org.jspecify.annotations.Nullable;

/**
 * The span of each call, the one that the endpoint gets as {@code traceparent}; its parent is the
 * fan-out. Neither path nor query of the address are told: they may hold credentials.
 */
final class CallSpans implements WebhookSender {

  private final WebhookSender sender;
  private final Spans spans;

  CallSpans(WebhookSender sender, Spans spans) {
    this.sender = sender;
    this.spans = spans;
  }

  @Override
  public CallResult send(WebhookRequest request) {
    CallResult result = sender.send(request);
    TraceParent.parse(request.headers().get(TraceParent.NAME))
        .ifPresent(at -> spans.record(step(request, at, result)));
    return result;
  }

  private static Step step(WebhookRequest request, TraceParent at, CallResult result) {
    String eventId = request.headers().getOrDefault("webhook-id", "");
    return new Step(
        request.method() + " " + request.headers().getOrDefault("x-webhook-event", "webhook"),
        SpanKind.CLIENT,
        at,
        TraceParent.spanOfRouting(eventId),
        result.startedAt(),
        result.startedAt().plusMillis(result.durationMillis()),
        attributes(request, eventId, result),
        error(result));
  }

  private static Attributes attributes(WebhookRequest request, String eventId, CallResult result) {
    AttributesBuilder attributes =
        Attributes.builder()
            .put(Keys.EVENT_ID, eventId)
            .put(Keys.ATTEMPT_ID, request.headers().getOrDefault("x-webhook-delivery", ""))
            .put(Keys.SERVER, "" + request.url().getHost());
    if (result instanceof CallResult.Answered answer) {
      attributes.put(Keys.STATUS, (long) answer.status());
    }
    return attributes.build();
  }

  private static @Nullable String error(CallResult result) {
    return switch (result) {
      case CallResult.Answered answer ->
          answer.status() / 100 == 2 ? null : "status " + answer.status();
      case CallResult.Failed failure -> failure.category().name();
    };
  }
}
