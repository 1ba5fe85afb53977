package factory.integration.gateway.integrationevent;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.integrationevent.DeliveryView;
import factory.integration.api.integrationevent.GetDelivery;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Integration events")
@RestController
final class DeliveryController {

  private final Messages messages;

  DeliveryController(Messages messages) {
    this.messages = messages;
  }

  @GetMapping("/v1/webhooks/deliveries/{deliveryId}")
  @Operation(operationId = "getDelivery", summary = "Show a delivery with all its attempts")
  DeliveryView get(@PathVariable String deliveryId, RequestContext context) {
    DeliveryId id = Messages.idOf("delivery", deliveryId, DeliveryId::new);
    return messages
        .find(new GetDelivery(context.tenant(), id), DeliveryView.class)
        .orElseThrow(() -> RequestRefused.notFound("delivery"));
  }
}
