package factory.integration.api.sample;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.delivery.InboundWebhook;
import factory.integration.api.delivery.InboundWebhookDelivered;
import factory.integration.api.inbound.InboundMapping;
import factory.integration.api.inbound.InboundResponse;
import factory.integration.api.inbound.InboundSecretRotated;
import factory.integration.api.inbound.InboundSourceChanged;
import factory.integration.api.inbound.InboundSourceCreated;
import factory.integration.api.inbound.InboundSourceDisabled;
import factory.integration.api.inbound.InboundSourceEnabled;
import factory.integration.api.inbound.InboundSourceId;
import factory.integration.api.inbound.InboundSourceRemoved;
import factory.integration.api.inbound.InboundSourceSettings;
import factory.integration.api.inbound.InboundVerification;
import factory.integration.api.inbound.SignatureAlgorithm;
import factory.integration.api.inbound.SignatureEncoding;
import factory.integration.api.inbound.ValueSource;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.PayloadFormat;
import factory.integration.api.vault.SecretRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Instances of the events about inbound webhooks. */
final class InboundFixture {

  private static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");
  private static final InboundSourceId SOURCE = InboundSourceId.of("01jxk3v7a8c4r2t8w6y0b5m9kd");
  private static final SecretRef SECRET = new SecretRef("sec-01jxk3v7a8e1g7y3b9q5n0f6xc", 1);
  private static final SecretRef OLD_SECRET = new SecretRef("sec-01jxk3v7a8e1g7y3b9q5n0f6xb", 1);
  private static final String BODY = "{\"ref\": \"refs/heads/main\",\"size\":1.0}";

  private InboundFixture() {}

  static Map<String, Object> events() {
    Map<String, Object> events = new TreeMap<>();
    events.put("InboundSourceCreated", new InboundSourceCreated(SOURCE, gitHub(), SECRET, true));
    verifications().forEach((name, how) -> events.put("InboundSourceChanged-" + name, with(how)));
    events.put("InboundSourceChanged", new InboundSourceChanged(SOURCE, mapped()));
    events.put("InboundSourceEnabled", new InboundSourceEnabled(SOURCE));
    events.put("InboundSourceDisabled", new InboundSourceDisabled(SOURCE));
    events.put(
        "InboundSecretRotated",
        new InboundSecretRotated(SOURCE, SECRET, OLD_SECRET, NOON.plusSeconds(86_400)));
    events.put("InboundSourceRemoved", new InboundSourceRemoved(SOURCE));
    events.put("InboundWebhookDelivered", delivered(null, true));
    events.put("InboundWebhookDelivered-mapped", delivered("{\"branch\":\"main\"}", false));
    return events;
  }

  private static Map<String, InboundVerification> verifications() {
    return Map.of(
        "stripe", new InboundVerification.Stripe(300),
        "shopify", new InboundVerification.Shopify(),
        "slack", new InboundVerification.Slack(300),
        "standardWebhooks", new InboundVerification.StandardWebhooks(300),
        "hmac", hmac("v1=", "x-timestamp"),
        "hmacOfBody", hmac(null, null),
        "basic", new InboundVerification.Basic("erp"),
        "apiKey", new InboundVerification.ApiKey("x-api-key"));
  }

  private static InboundVerification hmac(String prefix, String timestampHeader) {
    return new InboundVerification.Hmac(
        "x-signature",
        SignatureAlgorithm.SHA512,
        SignatureEncoding.BASE64,
        prefix,
        timestampHeader == null ? "{body}" : "{timestamp}.{body}",
        timestampHeader,
        300);
  }

  private static InboundSourceChanged with(InboundVerification verification) {
    return new InboundSourceChanged(
        SOURCE,
        new InboundSourceSettings(null, verification, gitHub().mapping(), false, null, null));
  }

  private static InboundSourceSettings gitHub() {
    return new InboundSourceSettings(
        "GitHub",
        new InboundVerification.GitHub(),
        new InboundMapping(
            new ValueSource.Header("x-github-event"),
            new ValueSource.Pointer(""),
            new ValueSource.Header("x-github-delivery")),
        true,
        "customer-1",
        new InboundResponse(202, "text/plain", "thanks"));
  }

  private static InboundSourceSettings mapped() {
    return new InboundSourceSettings(
        null,
        new InboundVerification.GitHub(),
        new InboundMapping(
            new ValueSource.Fixed("pushed"),
            new ValueSource.Expression("{\"branch\": body.ref}"),
            new ValueSource.BodyHash()),
        true,
        null,
        new InboundResponse(204, null, null));
  }

  private static InboundWebhookDelivered delivered(String mapped, boolean publish) {
    return new InboundWebhookDelivered(
        DeliveryId.of("01jxk3v7a8f2x6p0v8j4c7n3qd"),
        new InboundWebhook(
            SOURCE,
            EventId.of("01jxk3v7a8q4m0c9t2d6w1r5zb"),
            new EventType("push"),
            publish ? "customer-1" : null,
            "72d3162e-cc78-11e3-81ab-4c9367dc0958",
            BODY,
            mapped,
            publish),
        exchange());
  }

  private static HttpExchange exchange() {
    return new HttpExchange(
        "/v1/inbound/" + SOURCE,
        PayloadFormat.RAW,
        Map.of("x-hub-signature-256", "***"),
        200,
        Map.of("content-type", "application/json"),
        "{}",
        false,
        NOON,
        1,
        null,
        List.of(SECRET.toString()));
  }
}
