package factory.integration.gateway.inbound;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.delivery.InboundWebhook;
import factory.integration.api.delivery.IngestWebhook;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.subscription.PayloadFormat;
import factory.integration.api.vault.SecretRef;
import factory.integration.gateway.event.PublishPace;
import factory.integration.gateway.json.JsonBody;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.RequestContext;
import factory.integration.gateway.verification.ReceivedCall;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Keeps a verified webhook; returns when it is stored. */
final class WebhookIngest {

  private final WebhookMapper mapper;
  private final PublishPace pace;
  private final Messages messages;
  private final InboundResults results;
  private final InstantSource clock;

  WebhookIngest(
      WebhookMapper mapper,
      PublishPace pace,
      Messages messages,
      InboundResults results,
      InstantSource clock) {
    this.mapper = mapper;
    this.pace = pace;
    this.messages = messages;
    this.results = results;
    this.clock = clock;
  }

  /**
   * Keeps the webhook, unless it is kept already, and says what the vendor is answered.
   *
   * @param provenBy the secret that the call proved itself with
   */
  VendorAnswer keep(
      InboundEndpoint endpoint,
      ReceivedCall call,
      JsonBody body,
      SecretRef provenBy,
      Instant receivedAt,
      RequestContext context) {
    MappedWebhook mapped = mapper.map(endpoint.settings().mapping(), call, body);
    DeliveryId id = deliveryId(endpoint, mapped);
    VendorAnswer answer = VendorAnswer.of(endpoint.settings().response(), id, false);
    pace.keep();
    boolean repeated =
        messages.<Boolean>send(
            new IngestWebhook(
                id,
                webhook(endpoint, id, mapped, body),
                exchange(endpoint, call, provenBy, receivedAt, answer)),
            context);
    results.count(repeated ? InboundResult.REPEATED : InboundResult.ACCEPTED);
    return VendorAnswer.of(endpoint.settings().response(), id, repeated);
  }

  /** Some vendors give one key to webhooks of several types. */
  private static DeliveryId deliveryId(InboundEndpoint endpoint, MappedWebhook mapped) {
    return DeliveryId.of(
        UniqueIds.derivedFrom(
            endpoint.source().sourceId().value(),
            mapped.eventType().value(),
            mapped.deduplicationKey()));
  }

  private static InboundWebhook webhook(
      InboundEndpoint endpoint, DeliveryId id, MappedWebhook mapped, JsonBody body) {
    return new InboundWebhook(
        endpoint.source().sourceId(),
        EventId.of(id.uniquePart()),
        mapped.eventType(),
        endpoint.settings().ownerId(),
        mapped.deduplicationKey(),
        body.text(),
        mapped.data(),
        endpoint.settings().publish());
  }

  private HttpExchange exchange(
      InboundEndpoint endpoint,
      ReceivedCall call,
      SecretRef provenBy,
      Instant receivedAt,
      VendorAnswer answer) {
    return new HttpExchange(
        "/v1/inbound/" + endpoint.source().sourceId(),
        PayloadFormat.RAW,
        VendorHeaders.masked(call, endpoint.verification().proofHeaders()),
        answer.status(),
        answer.headers(),
        answer.body(),
        false,
        receivedAt,
        Math.max(0, Duration.between(receivedAt, clock.instant()).toMillis()),
        null,
        List.of(provenBy.toString()));
  }
}
