package factory.integration.gateway.subscription;

import factory.integration.api.messaging.Page;
import factory.integration.api.subscription.FindSubscriptions;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.Filters;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.Paging;
import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows subscriptions. */
@Tag(name = "Subscriptions")
@RestController
@RequestMapping("/v1/webhooks/subscriptions")
final class SubscriptionController {

  private final SubscriptionReads reads;
  private final Messages messages;

  SubscriptionController(SubscriptionReads reads, Messages messages) {
    this.reads = reads;
    this.messages = messages;
  }

  @GetMapping
  @Operation(operationId = "listSubscriptions", summary = "List subscriptions")
  Page<SubscriptionResource> list(
      @RequestParam(required = false) @Nullable String ownerId,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor,
      RequestContext context) {
    FieldErrors errors = new FieldErrors();
    Filters.check("ownerId", ownerId, errors);
    int size = Paging.limit(limit, errors);
    String page = Paging.cursor(cursor, errors);
    errors.refuseIfAny();
    Page<SubscriptionView> found =
        messages.page(
            new FindSubscriptions(context.tenant(), ownerId, size, page), SubscriptionView.class);
    return new Page<>(
        found.items().stream().map(SubscriptionResource::of).toList(), found.nextCursor());
  }

  @GetMapping("/{subscriptionId}")
  @Operation(operationId = "getSubscription", summary = "Show a subscription")
  SubscriptionResource get(@PathVariable String subscriptionId, RequestContext context) {
    return SubscriptionResource.of(reads.get(context.tenant(), subscriptionId));
  }
}
