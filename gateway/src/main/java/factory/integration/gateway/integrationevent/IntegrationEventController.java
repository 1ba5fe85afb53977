package factory.integration.gateway.integrationevent;

import factory.integration.api.delivery.CancelReason;
import factory.integration.api.delivery.CancelWebhookDelivery;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.integrationevent.GetIntegrationEvent;
import factory.integration.api.integrationevent.IntegrationEventId;
import factory.integration.api.integrationevent.IntegrationEventView;
import factory.integration.api.messaging.Page;
import factory.integration.api.run.CancelIntegrationRun;
import factory.integration.api.run.RunCancellation;
import factory.integration.api.run.RunId;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Integration events")
@RestController
@RequestMapping("/v1/integrations/events")
final class IntegrationEventController {

  /** The delivery or the run that is ended; no call starts any more. */
  record Cancelled(IntegrationEventId id, @Nullable DeliveryId deliveryId, @Nullable RunId runId) {}

  private final Messages messages;

  IntegrationEventController(Messages messages) {
    this.messages = messages;
  }

  @PostMapping("/filter")
  @Operation(operationId = "findIntegrationEvents", summary = "Find attempts")
  Page<IntegrationEventView> filter(
      @RequestBody IntegrationEventFilter filter, RequestContext context) {
    return filter
        .toQuery(context.tenant())
        .map(query -> messages.page(query, IntegrationEventView.class))
        .orElseGet(() -> new Page<>(List.of(), null));
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getIntegrationEvent", summary = "Show an attempt with its calls")
  IntegrationEventView get(@PathVariable String id, RequestContext context) {
    return get(messages, id, context);
  }

  /** The tenant's attempt of that id; any other id is not found. */
  static IntegrationEventView get(Messages messages, String id, RequestContext context) {
    return messages
        .find(
            new GetIntegrationEvent(
                context.tenant(), Messages.idOf("integration event", id, IntegrationEventId::new)),
            IntegrationEventView.class)
        .orElseThrow(() -> RequestRefused.notFound("integration event"));
  }

  @PostMapping("/{id}/cancel")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(operationId = "cancelIntegrationEvent", summary = "End a delivery or a run")
  Cancelled cancel(@PathVariable String id, RequestContext context) {
    IntegrationEventView view = get(id, context);
    messages.send(cancellation(view), context);
    return new Cancelled(view.id(), view.deliveryId(), view.runId());
  }

  private static Object cancellation(IntegrationEventView view) {
    return view.runId() == null
        ? new CancelWebhookDelivery(
            Objects.requireNonNull(view.deliveryId()), CancelReason.REQUESTED)
        : new CancelIntegrationRun(view.runId(), RunCancellation.REQUESTED);
  }
}
