package factory.integration.saga.delivery;

import factory.integration.api.delivery.WebhookBody;
import factory.integration.api.integrationevent.IntegrationEventId;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.api.subscription.EndpointAuth;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretVault;
import factory.integration.saga.sourceevent.PublishedData;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes the call of an attempt: body, headers, signatures and authentication. */
final class WebhookComposer {

  static final String MASK = "***";

  private static final String USER_AGENT = "integration-platform/1.0";
  private static final int TRACE_PREFIX_LENGTH = "trace-".length();

  private final SecretVault vault;
  private final InstantSource clock;

  WebhookComposer(SecretVault vault, InstantSource clock) {
    this.vault = vault;
    this.clock = clock;
  }

  WebhookMessage compose(
      TenantId tenant,
      PublishedData data,
      Destination destination,
      IntegrationEventId attemptId,
      int attempt) {
    EventAccepted event = data.event();
    byte[] body = body(data, destination);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/json");
    sign(headers, tenant, event.eventId().value(), body, destination);
    headers.put("x-webhook-event", event.eventType().value());
    headers.put("x-webhook-delivery", attemptId.value());
    headers.put("x-webhook-attempt", Integer.toString(attempt));
    headers.put("traceparent", traceparent(data, attemptId));
    headers.put("user-agent", USER_AGENT);
    headers.putAll(destination.headers());
    headers.putAll(event.customHeaders());
    Map<String, String> shown = new LinkedHashMap<>(headers);
    authenticate(headers, shown, tenant, body, destination.auth());
    return new WebhookMessage(
        new WebhookRequest(destination.url().toUri(), headers, body, destination.timeout()),
        shown,
        destination.signingSecrets().stream().map(SecretRef::toString).toList());
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
            .map(ref -> WebhookSignature.sign(secret(tenant, ref), id, timestamp, body))
            .collect(Collectors.joining(" ")));
  }

  private void authenticate(
      Map<String, String> headers,
      Map<String, String> shown,
      TenantId tenant,
      byte[] body,
      EndpointAuth auth) {
    switch (auth) {
      case EndpointAuth.None _ -> {}
      case EndpointAuth.Basic basic -> {
        String pair = basic.username() + ":" + secret(tenant, basic.password());
        put(headers, shown, "authorization", "Basic " + base64(pair));
      }
      case EndpointAuth.Bearer bearer ->
          put(headers, shown, "authorization", "Bearer " + secret(tenant, bearer.token()));
      case EndpointAuth.ApiKey key ->
          put(headers, shown, key.header(), secret(tenant, key.value()));
      case EndpointAuth.Hmac hmac -> put(headers, shown, hmac.header(), hmac(tenant, body, hmac));
    }
  }

  private String hmac(TenantId tenant, byte[] body, EndpointAuth.Hmac hmac) {
    byte[] key = secret(tenant, hmac.secret()).getBytes(StandardCharsets.UTF_8);
    byte[] mac = WebhookSignature.mac(hmac.algorithm().jcaName(), key).doFinal(body);
    return hmac.algorithm().label() + "=" + HexFormat.of().formatHex(mac);
  }

  private static void put(
      Map<String, String> headers, Map<String, String> shown, String name, String value) {
    headers.put(name, value);
    shown.put(name, MASK);
  }

  private String secret(TenantId tenant, SecretRef ref) {
    return vault
        .find(tenant, ref)
        .orElseThrow(() -> new IllegalStateException("the vault has no secret " + ref));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The event's trace, and a span that is this attempt's own. */
  private static String traceparent(PublishedData data, IntegrationEventId attemptId) {
    String trace = data.context().getOrDefault(ContextKeys.TRACE_ID, "");
    String traceId =
        trace.length() == TRACE_PREFIX_LENGTH + 32
            ? trace.substring(TRACE_PREFIX_LENGTH)
            : "%032x".formatted(Math.max(1, trace.hashCode() & 0xffffffffL));
    long span = spread(attemptId.value());
    return "00-" + traceId + "-" + HexFormat.of().toHexDigits(span) + "-01";
  }

  private static long spread(String text) {
    long hash = 1125899906842597L;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash == 0 ? 1 : hash;
  }
}
