package factory.integration.gateway.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.delivery.WebhookTester;
import factory.integration.api.integrationevent.CommunicationLogView;
import factory.integration.api.subscription.RotateWebhookSecret;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.api.vault.SecretRef;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The secret that signs for a subscription, and a call that tries it out. */
@Tag(name = "Subscriptions")
@RestController
@RequestMapping("/v1/webhooks/subscriptions/{subscriptionId}")
final class SecretController {

  /**
   * @param overlapSeconds how long the previous secret signs too
   */
  record Rotation(
      @Schema(minimum = "0", maximum = "604800", defaultValue = "86400")
          @Nullable Long overlapSeconds) {

    private static final long DEFAULT_OVERLAP = 86_400;
    private static final long MAX_OVERLAP = 604_800;

    Instant previousValidUntil(Instant now) {
      long overlap = overlapSeconds == null ? DEFAULT_OVERLAP : overlapSeconds;
      if (overlap < 0 || overlap > MAX_OVERLAP) {
        throw RequestRefused.invalid("overlapSeconds", "must be 0 to " + MAX_OVERLAP);
      }
      return now.plusSeconds(overlap);
    }
  }

  /**
   * @param previousSecretValidUntil until then the previous secret signs too
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Secret(String secret, @Nullable Instant previousSecretValidUntil) {

    @Override
    public String toString() {
      return "Secret[***]";
    }
  }

  private final SubscriptionReads reads;
  private final Subscriptions subscriptions;
  private final WebhookSecrets secrets;
  private final WebhookTester tester;
  private final InstantSource clock;

  SecretController(
      SubscriptionReads reads,
      Subscriptions subscriptions,
      WebhookSecrets secrets,
      WebhookTester tester,
      InstantSource clock) {
    this.reads = reads;
    this.subscriptions = subscriptions;
    this.secrets = secrets;
    this.tester = tester;
    this.clock = clock;
  }

  @GetMapping("/secret")
  @Operation(operationId = "getSubscriptionSecret", summary = "Show the secret that signs")
  Secret show(@PathVariable String subscriptionId, RequestContext context) {
    SubscriptionView view = reads.get(context.tenant(), subscriptionId);
    return new Secret(
        secrets.current(context.tenant(), view.secret()), view.previousSecretValidUntil());
  }

  @PostMapping("/secret/rotate")
  @Operation(operationId = "rotateSubscriptionSecret", summary = "Sign with a new secret")
  Secret rotate(
      @PathVariable String subscriptionId,
      @RequestBody(required = false) @Nullable Rotation rotation,
      RequestContext context) {
    Instant until =
        (rotation == null ? new Rotation(null) : rotation).previousValidUntil(clock.instant());
    SubscriptionView view = reads.get(context.tenant(), subscriptionId);
    SecretRef next = view.secret().next();
    String secret = secrets.upcoming(context.tenant(), next);
    subscriptions.rotate(
        view, new RotateWebhookSecret(view.subscriptionId(), next, until), context);
    return new Secret(secret, until);
  }

  @PostMapping("/test")
  @Operation(operationId = "testSubscription", summary = "Send a signed example")
  CommunicationLogView test(@PathVariable String subscriptionId, RequestContext context) {
    SubscriptionView view = reads.get(context.tenant(), subscriptionId);
    return tester.sendExample(context.tenant(), view.subscriptionId());
  }
}
