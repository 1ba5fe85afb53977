package factory.integration.gateway.subscription;

import factory.integration.api.subscription.SubscriptionSettings;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.api.vault.SecretRef;
import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Creates, changes and deletes subscriptions. */
@Tag(name = "Subscriptions")
@RestController
@RequestMapping("/v1/webhooks/subscriptions")
final class SubscriptionChangeController {

  private final SettingsReader settings;
  private final WebhookSecrets secrets;
  private final SubscriptionReads reads;
  private final Subscriptions subscriptions;
  private final SubscriptionPatches patches;

  SubscriptionChangeController(
      SettingsReader settings,
      WebhookSecrets secrets,
      SubscriptionReads reads,
      Subscriptions subscriptions,
      SubscriptionPatches patches) {
    this.settings = settings;
    this.secrets = secrets;
    this.reads = reads;
    this.subscriptions = subscriptions;
    this.patches = patches;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "createSubscription", summary = "Create a subscription")
  SubscriptionResource create(@RequestBody SubscriptionRequest request, RequestContext context) {
    SubscriptionSettings chosen = settings.read(request, null, context.tenant());
    SecretRef secret = secrets.first(context.tenant());
    SubscriptionView view = subscriptions.create(chosen, secret, request.isEnabled(), context);
    return SubscriptionResource.of(view, secrets.current(context.tenant(), secret));
  }

  @PatchMapping(
      path = "/{subscriptionId}",
      consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
  @Operation(operationId = "changeSubscription", summary = "Change a part of a subscription")
  SubscriptionResource change(
      @PathVariable String subscriptionId,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              description = "A merge patch (RFC 7396): what stands in it changes, null removes.",
              content = @Content(schema = @Schema(implementation = SubscriptionRequest.class)))
          @RequestBody
          Map<String, @Nullable Object> patch,
      RequestContext context) {
    return SubscriptionResource.of(patches.apply(subscriptionId, patch, context));
  }

  @PostMapping("/{subscriptionId}/enable")
  @Operation(
      operationId = "enableSubscription",
      summary = "Let a subscription receive events again")
  SubscriptionResource enable(@PathVariable String subscriptionId, RequestContext context) {
    SubscriptionView view = reads.get(context.tenant(), subscriptionId);
    return SubscriptionResource.of(subscriptions.enable(view, context));
  }

  @PostMapping("/{subscriptionId}/disable")
  @Operation(operationId = "disableSubscription", summary = "Stop sending to a subscription")
  SubscriptionResource disable(@PathVariable String subscriptionId, RequestContext context) {
    SubscriptionView view = reads.get(context.tenant(), subscriptionId);
    return SubscriptionResource.of(subscriptions.disable(view, context));
  }

  @DeleteMapping("/{subscriptionId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "deleteSubscription", summary = "Delete a subscription")
  void delete(@PathVariable String subscriptionId, RequestContext context) {
    subscriptions.delete(reads.get(context.tenant(), subscriptionId), context);
  }
}
