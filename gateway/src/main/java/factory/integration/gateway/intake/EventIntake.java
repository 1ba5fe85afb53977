package factory.integration.gateway.intake;

import factory.integration.api.messaging.Envelope;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.TraceParent;
import factory.integration.gateway.event.Accepted;
import factory.integration.gateway.event.EventPublisher;
import factory.integration.gateway.event.PublishField;
import factory.integration.gateway.event.PublishPace;
import factory.integration.gateway.problem.ProblemTranslator;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.RequestContext;
import factory.integration.gateway.request.RequestContexts;
import org.jspecify.annotations.Nullable;

/**
 * Takes in events that come as messages, in every shape that the API takes. A message that comes
 * again is known by the idempotency key in it, else by its envelope's id, else by its own.
 */
public final class EventIntake {

  private static final String ACTOR = "bus";
  private static final String MESSAGE_KEY = "msg:";

  private final IntakeTenants tenants;
  private final EventPublisher publisher;
  private final RequestContexts contexts;
  private final PublishPace pace;
  private final IntakeRefusals refusals;
  private final int maxBytes;

  EventIntake(
      IntakeTenants tenants,
      EventPublisher publisher,
      RequestContexts contexts,
      PublishPace pace,
      ProblemTranslator problems,
      int maxBytes) {
    this.tenants = tenants;
    this.publisher = publisher;
    this.contexts = contexts;
    this.pace = pace;
    this.refusals = new IntakeRefusals(problems);
    this.maxBytes = maxBytes;
  }

  /** Returns when the event is kept durably, or tells why it is not; never throws. */
  public IntakeOutcome take(IncomingMessage message) {
    try {
      pace.keep();
      Accepted accepted = publish(message);
      return new IntakeOutcome.Taken(accepted.eventId(), accepted.duplicate());
    } catch (RuntimeException e) {
      return refusals.outcome(e);
    }
  }

  private Accepted publish(IncomingMessage message) {
    if (message.body().length > maxBytes) {
      throw RequestRefused.tooLarge(maxBytes);
    }
    MessageBody body = MessageBody.parse(message.body());
    MessageChecks.check(message, body);
    TenantId tenant = tenants.tenant(message, body);
    nameByMessage(message, body);
    return publisher.publish(body.request(), context(message, body, tenant));
  }

  private static void nameByMessage(IncomingMessage message, MessageBody body) {
    if (body.request().has(PublishField.IDEMPOTENCY_KEY)) {
      return;
    }
    String eventId = body.text(EnvelopeField.EVENT_ID);
    if (eventId != null) {
      body.request().put(PublishField.IDEMPOTENCY_KEY, eventId);
    } else if (message.messageId() != null) {
      body.request().put(PublishField.IDEMPOTENCY_KEY, MESSAGE_KEY + message.messageId());
    }
  }

  private RequestContext context(IncomingMessage message, MessageBody body, TenantId tenant) {
    String traceparent = message.properties().get(TraceParent.NAME);
    return contexts.ofMessage(
        first(
            body.text(EnvelopeField.TRACE_ID),
            message.properties().get(Envelope.TRACE_ID_PROPERTY),
            traceparent),
        first(
            body.text(EnvelopeField.CORRELATION_ID),
            message.properties().get(Envelope.CORRELATION_ID_PROPERTY),
            message.correlationId()),
        first(body.text(EnvelopeField.EVENT_ID), message.messageId()),
        traceparent,
        tenant,
        ACTOR);
  }

  private static @Nullable String first(@Nullable String... texts) {
    for (String text : texts) {
      if (text != null && !text.isEmpty()) {
        return text;
      }
    }
    return null;
  }
}
