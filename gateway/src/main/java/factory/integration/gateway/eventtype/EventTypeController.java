package factory.integration.gateway.eventtype;

import factory.integration.api.catalogue.EventCatalogue;
import factory.integration.api.catalogue.EventTypeDescription;
import factory.integration.api.messaging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Event types")
@RestController
final class EventTypeController {

  /** All of them on one page: there are few. */
  @GetMapping("/v1/event-types")
  @Operation(operationId = "listEventTypes", summary = "List the built-in event types")
  Page<EventTypeDescription> list() {
    return new Page<>(EventCatalogue.all(), null);
  }
}
