package factory.integration.saga.delivery;

import factory.integration.api.delivery.WebhookBody;
import factory.integration.api.integrationevent.IntegrationEventId;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.TraceParent;
import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.api.vault.SecretRef;
import factory.integration.saga.delivery.EndpointAuthenticator.Proof;
import factory.integration.saga.sourceevent.PublishedData;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the call of an attempt: body, headers, signatures and authentication. */
final class WebhookComposer {

  private static final String USER_AGENT = "integration-platform/1.0";

  private static final int UNAUTHORIZED = 401;

  private final EndpointAuthenticator authenticator;
  private final InstantSource clock;

  WebhookComposer(EndpointAuthenticator authenticator, InstantSource clock) {
    this.authenticator = authenticator;
    this.clock = clock;
  }

  WebhookMessage compose(
      TenantId tenant,
      PublishedData data,
      Destination destination,
      IntegrationEventId attemptId,
      int attempt) {
    byte[] body = body(data, destination);
    Map<String, String> ours = ours(data, attemptId, attempt);
    sign(ours, tenant, data.event().eventId().value(), body, destination);
    Map<String, String> theirs = headers(destination.headers());
    theirs.putAll(data.event().customHeaders());

    Map<String, String> sent = headers(theirs);
    Map<String, String> shown = headers(theirs);
    shown.replaceAll(SecretMask::header);
    sent.putAll(ours);
    shown.putAll(ours);
    Optional<Proof> proof = authenticator.prove(tenant, destination.auth(), body);
    proof.ifPresent(it -> sent.put(it.header(), it.value()));
    proof.ifPresent(it -> shown.put(it.header(), SecretMask.MASK));
    return new WebhookMessage(
        new WebhookRequest(destination.url().toUri(), sent, body, destination.timeout()),
        shown,
        destination.signingSecrets().stream().map(SecretRef::toString).toList(),
        proof.map(Proof::credentials).orElse(List.of()));
  }

  /** Whether the endpoint refused a token, which is not sent again then. */
  boolean isTokenRefused(
      TenantId tenant, Destination destination, WebhookMessage message, CallResult result) {
    return result instanceof CallResult.Answered answer
        && answer.status() == UNAUTHORIZED
        && authenticator.refused(tenant, destination.auth(), message.credentials());
  }

  /** Names count the same in upper and lower case, so that none is there twice. */
  private static Map<String, String> headers(Map<String, String> initial) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(initial);
    return headers;
  }

  private static Map<String, String> ours(
      PublishedData data, IntegrationEventId attemptId, int attempt) {
    Map<String, String> headers = headers(Map.of("content-type", "application/json"));
    headers.put("x-webhook-event", data.event().eventType().value());
    headers.put("x-webhook-delivery", attemptId.value());
    headers.put("x-webhook-attempt", Integer.toString(attempt));
    headers.put(TraceParent.NAME, traceparent(data, attemptId));
    headers.put("user-agent", USER_AGENT);
    return headers;
  }

  private static byte[] body(PublishedData data, Destination destination) {
    EventAccepted event = data.event();
    return WebhookBody.render(
            destination.payloadFormat(),
            event.eventId(),
            event.eventType(),
            event.occurredAt(),
            event.data(),
            data.context())
        .getBytes(StandardCharsets.UTF_8);
  }

  private void sign(
      Map<String, String> headers,
      TenantId tenant,
      String id,
      byte[] body,
      Destination destination) {
    long timestamp = clock.instant().getEpochSecond();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(timestamp));
    headers.put(
        "webhook-signature",
        destination.signingSecrets().stream()
            .map(ref -> authenticator.secret(tenant, ref))
            .map(secret -> WebhookSignature.sign(secret, id, timestamp, body))
            .collect(Collectors.joining(" ")));
  }

  /**
   * The event's trace, and a span that is this attempt's own; a trace even where there was none.
   */
  private static String traceparent(PublishedData data, IntegrationEventId attemptId) {
    String trace = data.context().getOrDefault(ContextKeys.TRACE_ID, "");
    String span = TraceParent.spanOfCall(attemptId.value());
    return TraceParent.within(trace, span)
        .orElseGet(
            () -> new TraceParent("%032x".formatted(1 + (trace.hashCode() & 0xffff_ffffL)), span))
        .toString();
  }
}
