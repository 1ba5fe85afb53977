package factory.integration.gateway.verification;

import factory.integration.api.inbound.InboundVerification;
import factory.integration.api.inbound.ValueSource;
import org.jspecify.annotations.Nullable;

/** Where vendors put the type of an event, and what stays the same in its repeats. */
public final class VendorMappings {

  private VendorMappings() {}

  /** Where the vendor puts the event's type; null when it has no place that is known. */
  public static @Nullable ValueSource eventType(InboundVerification verification) {
    return switch (verification) {
      case InboundVerification.GitHub _ -> new ValueSource.Header("X-GitHub-Event");
      case InboundVerification.Stripe _, InboundVerification.StandardWebhooks _ ->
          new ValueSource.Pointer("/type");
      case InboundVerification.Shopify _ -> new ValueSource.Header("X-Shopify-Topic");
      case InboundVerification.Slack _ -> new ValueSource.Pointer("/event/type");
      case InboundVerification.Hmac _, InboundVerification.Basic _, InboundVerification.ApiKey _ ->
          null;
    };
  }

  /** What tells a repeat from something new; the body itself where the vendor says nothing. */
  public static ValueSource deduplicationKey(InboundVerification verification) {
    return switch (verification) {
      case InboundVerification.GitHub _ -> new ValueSource.Header("X-GitHub-Delivery");
      case InboundVerification.Stripe _ -> new ValueSource.Pointer("/id");
      case InboundVerification.Shopify _ -> new ValueSource.Header("X-Shopify-Event-Id");
      case InboundVerification.Slack _ -> new ValueSource.Pointer("/event_id");
      case InboundVerification.StandardWebhooks _ -> new ValueSource.Header("webhook-id");
      case InboundVerification.Hmac _, InboundVerification.Basic _, InboundVerification.ApiKey _ ->
          new ValueSource.BodyHash();
    };
  }
}
